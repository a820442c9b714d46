import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Conditions of feeds", .overEachStore)
struct FeedConditionTests {
  private func coverage(
    _ outlet: String, _ relation: Relation, title: String = "Pier", language: String = "en",
    additions: [String] = []
  ) -> Coverage {
    Coverage(
      article: ArticleID("https://\(outlet)\(title.count).example/"), outlet: outlet, title: title,
      language: language, published: Date(timeIntervalSince1970: 0), relation: relation,
      additions: additions)
  }

  private var entry: Entry {
    Entry(
      id: EntryID("tag:news.example,2026:story/1"), slug: "pier-1", link: "http://a.example/",
      title: "Pier closed", published: Date(timeIntervalSince1970: 0),
      updated: Date(timeIntervalSince1970: 0), summary: "The ferry party waits.",
      paragraphs: ["Nobody was hurt."],
      coverage: [
        coverage("Courier", .canonical), coverage("Lantern", .repost),
        coverage("Beacon", .rewrite, title: "Harbour scandal"),
        coverage("courier", .independent, title: "More of the pier"),
        coverage("Gaceta", .independent, language: "es-MX", additions: ["A crane fell."]),
      ], tags: ["Ports"])
  }

  private func takes(_ set: (inout FeedSettings) -> Void) -> Bool {
    var feed = FeedSettings(name: "some")
    set(&feed)
    return FeedCondition(feed).takes(entry)
  }

  @Test("what meets one exclusion is left out, whatever else it meets")
  func excluded() {
    #expect(takes { $0.tags = ["ports"] })
    #expect(!takes { ($0.tags, $0.exclude.words) = (["ports"], ["cricket", "ferry"]) })
    #expect(!takes { $0.exclude.tags = ["PORTS"] })
    #expect(!takes { $0.exclude.sources = ["lantern"] })
    #expect(!takes { $0.exclude.languages = ["es"] })
    #expect(takes { $0.exclude.words = ["art", "part", "ferry crane boat"] })
    #expect(takes { $0.exclude.tags = ["port"] })
    #expect(takes { $0.exclude.languages = ["en-GB"] } == false)
    #expect(takes { $0.exclude.languages = ["de"] })
  }

  @Test("words are excluded from the titles of all sources and from what they add, too")
  func shownWords() {
    #expect(!takes { $0.exclude.words = ["scandal"] })
    #expect(!takes { $0.exclude.words = ["crane"] })
    #expect(!takes { $0.words = ["scandal"] })
  }

  @Test("copies and rewrites are no sources of their own, nor is a second report of an outlet")
  func independentSources() {
    #expect(FeedCondition.independentSources(of: entry) == 2)
    #expect(takes { $0.leastSources = 2 })
    #expect(!takes { $0.leastSources = 3 })
  }

  private func site(_ set: (inout FeedSettings) -> Void) throws -> PipelineSite {
    let site = try PipelineSite()
    var feed = FeedSettings(name: "some")
    set(&feed)
    site.settings.feeds = [feed]
    return site
  }

  private func shown(_ site: PipelineSite) async throws -> [EntryID] {
    try await site.state.feeds["some"]?.entries ?? []
  }

  @Test(
    "a story joins the feed once enough outlets report it independently, with the dates it has in every feed"
  )
  func enoughSources() async throws {
    let site = try site { $0.leastSources = 3 }
    // Three reports of their own about one event: pins say so; the texts have nothing in common.
    let stories = [[0, 1, 2], [3, 4, 5]].map { events in
      events.enumerated().map { InventedReport(event: $1, report: $0) }
    }
    site.pinsText =
      "together:\n"
      + stories.map { "  - [\($0.map(\.url).joined(separator: ", "))]\n" }.joined()
    for report in stories[0][..<2] + stories[1] {
      site.write(report.file, to: "\(report.event).md")
    }
    try await site.sync()
    let first = try await shown(site)
    #expect(first.count == 1)
    let copy = stories[0][0].file.replacingOccurrences(of: "Outlet 0", with: "Outlet 7")
      .replacingOccurrences(of: "outlet0.example", with: "outlet7.example")
    site.write(copy, to: "copy.md")
    try await site.sync()
    #expect(try await shown(site) == first)

    site.write(stories[0][2].file, to: "2.md")
    try await site.sync()

    let state = try await site.state
    let founding = ArticleID(InventedReport(event: 0, report: 0).url)
    let story = try #require(state.ledger.story(of: founding))
    #expect(Set(try await shown(site)) == Set(first + [story.id]))
    #expect(story.articles.count == 4)
    let documents = try site.documents()
    for name in ["atom.xml", "some/atom.xml"] {
      let text = try #require(documents[name])
      #expect(text.contains(story.id.rawValue))
      #expect(text.contains("<updated>\(Timestamp.rfc3339(story.updated))</updated>"))
    }
  }

  @Test(
    "a story that ceases to meet a condition leaves without a tombstone and comes back with its id",
    arguments: [true, false])
  func leavesAndReturns(isMerged: Bool) async throws {
    let site = try site { ($0.exclude.words, $0.isMerged) = (["scandal"], isMerged) }
    for event in 0..<3 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    let before = try await shown(site)
    #expect(before.count == 3)
    let plain = InventedReport(event: 1, report: 0).file
    site.write(plain + "\n\nThe mayor spoke of a Scandal.\n", to: "1.md")

    try await site.sync()

    let during = try await shown(site)
    #expect(during.count == 2 && Set(during).isSubset(of: before))
    let document = try #require(try site.documents()["some/atom.xml"])
    #expect(!document.contains("deleted-entry"))
    let main = try await site.state.feeds[""]?.entries
    #expect(main?.count == 3)
    site.restart()
    site.write(plain, to: "1.md")
    try await site.sync()
    #expect(Set(try await shown(site)) == Set(before))
  }

  @Test("a window of a feed's own holds for it alone")
  func ownWindow() async throws {
    let site = try site { ($0.windowEntries, $0.windowAge) = (4, .seconds(400 * 86_400)) }
    for event in 0..<8 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }

    try await site.sync()

    let feeds = try await site.state.feeds
    #expect(feeds[""]?.entries.count == 8 && feeds[""]?.archiveCount == 0)
    #expect(try #require(feeds["some"]).entries.count <= 4)
    #expect(try #require(feeds["some"]).archiveCount > 0)
    #expect(try FeedChain(of: "some", in: site).entries.count == 8)
  }

  @Test(
    "an entry leads to the report that leads its story where the feed says so, and to the page elsewhere"
  )
  func lead() async throws {
    let site = try site { $0.link = .lead }
    site.write(InventedReport(event: 0, report: 0).file, to: "0.md")

    try await site.sync()

    let url = InventedReport(event: 0, report: 0).url
    let documents = try site.documents()
    let story = try #require(try await site.state.ledger.stories.values.first)
    let page = "\(site.settings.baseURL)stories/\(story.slug)/"
    let atom = try #require(documents["some/atom.xml"])
    #expect(atom.contains("<link rel=\"alternate\" type=\"text/html\" href=\"\(url)\"/>"))
    #expect(atom.contains("<link rel=\"related\" type=\"text/html\" href=\"\(page)\"/>"))
    let rss = try #require(documents["some/rss.xml"])
    #expect(rss.contains("<link>\(url)</link>") && rss.contains("href=\"\(page)\"/>"))
    let json = try #require(documents["some/feed.json"])
    #expect(json.contains("\"url\": \"\(url)\"") && json.contains("\"story_url\": \"\(page)\""))
    #expect(!json.contains("external_url"))
    #expect(documents["atom.xml"]?.contains("type=\"text/html\" href=\"\(page)\"/>") == true)
    #expect(documents["atom.xml"]?.contains("rel=\"related\"") == false)
  }
}

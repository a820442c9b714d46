import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// The rows of `OddArticles.md`, each through the whole pipeline.
@Suite("Odd articles", .overEachStore)
struct OddArticlesTests {
  /// A file with the given title and date, and otherwise like any other.
  private func file(
    title: String?, date: String? = "2026-03-19T10:00:00Z", url: String, text: String
  ) -> String {
    var lines = ["---", "source: Courier", "url: \(url)", "lang: en"]
    if let title { lines.append("title: '\(title)'") }
    if let date { lines.append("date: \(date)") }
    return (lines + ["---", "", text]).joined(separator: "\n") + "\n"
  }

  private static let lighthouse =
    "The keeper of the Marram lighthouse retires on Friday. A machine succeeds him."
  private static let url = "https://courier.example/lighthouse"

  private func only(_ site: PipelineSite) async throws -> Story {
    let stories = try await site.state.ledger.stories.values
    try #require(stories.count == 1)
    return try #require(stories.first)
  }

  /// Makes a pass, in which every document must pass its check, and another one, which must change
  /// nothing.
  private func sync(_ site: PipelineSite) async throws {
    let report = try await site.sync()
    #expect(report.refused.isEmpty && report.setAside.isEmpty)
    let again = try await site.sync(SyncRequest(isFull: true))
    #expect(again.documentsWritten.isEmpty && again.changes.isEmpty)
  }

  @Test(
    "an article of 1970 keeps its date: its story is closed from the first, on its page and in the archive only, and last in the feed until it fills an archive document",
    arguments: [4, 100])
  func longAgo(entries: Int) async throws {
    let site = try PipelineSite()
    site.settings.window.entries = entries
    for event in 0..<2 {
      site.write(
        file(
          title: "Lighthouse \(event)", date: "1970-06-0\(event + 1)T08:00:00Z",
          url: Self.url + "\(event)",
          text: event == 0 ? Self.lighthouse : InventedEvent(number: 2).text(of: 0)),
        to: "old\(event).md")
    }
    site.write(InventedReport(event: 1, report: 0).file, to: "new.md")

    try await sync(site)

    let view = try await site.view
    let old = try #require(view.story(named: Self.url + "0"))
    #expect(old.published.timeIntervalSince1970 == 13_075_200)
    let documents = try site.documents()
    let chain = try FeedChain(in: site)
    #expect(documents["stories/\(old.slug)/index.html"] != nil)
    #expect(chain.archives.joined().contains(old.id.rawValue) == (entries == 4))
    #expect(chain.shown.contains(old.id.rawValue) == (entries == 100))
    #expect(entries == 4 || chain.shown.last == old.id.rawValue)
  }

  @Test(
    "an article of 2099 counts as published when it was first seen, for ever, also without state")
  func farAhead() async throws {
    let site = try PipelineSite()
    // In front matter such a date keeps an article back.
    site.write(
      "{\"title\": \"Lighthouse\", \"date\": \"2099-05-05T10:00:00Z\", \"url\": \"\(Self.url)\", \"text\": \"\(Self.lighthouse)\"}",
      to: "new.json")
    let firstSeen = site.clock

    try await sync(site)
    let before = try await only(site)
    site.clock += 86_400
    try site.loseState()
    try await sync(site)

    #expect(before.published == firstSeen && before.updated < firstSeen + 1)
    #expect(try await only(site) == before)
  }

  @Test(
    "an article without a date has its file's time, never a later one, for ever, also without state"
  )
  func noDate() async throws {
    let site = try PipelineSite()
    site.write(
      file(title: "Lighthouse", date: nil, url: Self.url, text: Self.lighthouse), to: "a.md")

    try await sync(site)
    let before = try await only(site)
    site.clock += 86_400
    site.rename("a.md", to: "b/c.md")
    try site.loseState()
    try await sync(site)

    #expect(before.published <= site.clock - 86_400)
    #expect(try await only(site) == before)
  }

  @Test(
    "a title of 10 kB is cut at a word after 500 characters at most, in the entry, its slug and its sources"
  )
  func longTitle() async throws {
    let site = try PipelineSite()
    let title = "Lighthouse " + String(repeating: "keeper retires at Marram ", count: 420)
    site.write(file(title: title, url: Self.url, text: Self.lighthouse), to: "a.md")

    try await sync(site)

    let story = try await only(site)
    #expect(story.title.hasPrefix("Lighthouse keeper retires") && story.title.hasSuffix("…"))
    #expect(story.title.count <= 500 && story.title.count > 480)
    #expect(story.slug.utf8.count <= 100)
    let page = try #require(try site.documents()["stories/\(story.slug)/index.html"])
    #expect(page.utf8.count < 30_000)
  }

  @Test(
    "without a title the first sentence stands for it",
    arguments: [nil, "", "   "])
  func noTitle(title: String?) async throws {
    let site = try PipelineSite()
    site.write(file(title: title, url: Self.url, text: Self.lighthouse), to: "a.md")

    try await sync(site)

    #expect(
      try await only(site).title == "The keeper of the Marram lighthouse retires on Friday.")
  }

  @Test("of HTML in a title the text is left, and is escaped where it is shown")
  func markupInTitle() async throws {
    let site = try PipelineSite()
    let title = "<b>Volcano</b> erupts &amp; <script>alert(1)</script>covers A < B in <em>ash</em>"
    site.write(file(title: title, url: Self.url, text: Self.lighthouse), to: "a.md")

    try await sync(site)

    #expect(try await only(site).title == "Volcano erupts & covers A < B in ash")
    for (path, text) in try site.documents() where path.hasSuffix(".xml") || path.hasSuffix(".html")
    {
      #expect(!text.contains("alert(1)"), "\(path)")
    }
    let atom = try #require(try site.documents()["atom.xml"])
    #expect(atom.contains("Volcano erupts &amp; covers A &lt; B in ash"))
  }

  @Test(
    "of two files that claim one URL the one changed last stands, whichever came first; alone the other one does"
  )
  func oneURL() async throws {
    var ids: Set<EntryID> = []
    for names in [["a.md", "b.md"], ["b.md", "a.md"]] {
      let site = try PipelineSite()
      let late = file(
        title: "Novelist wins prize", date: "2026-03-19T11:00:00Z", url: Self.url + "?utm_source=x",
        text: InventedEvent(number: 3).text(of: 0))
      site.write(file(title: "Lighthouse", url: Self.url, text: Self.lighthouse), to: names[0])
      try await sync(site)
      let id = try await only(site).id
      site.write(late, to: names[1])
      try await sync(site)

      let story = try await only(site)
      #expect(story.title == "Novelist wins prize" && story.id == id)
      ids.insert(story.id)

      site.remove(names[1])
      try await sync(site)
      #expect(try await only(site).title == "Lighthouse")
      #expect(try await only(site).id == id)
    }
    #expect(ids.count == 1)
  }

  @Test("an article without a date that comes back after state was lost keeps its date")
  func undatedComesBack() async throws {
    let site = try PipelineSite()
    var report = InventedReport(event: 0, report: 0)
    report.hasDate = false
    site.write(report.file, to: "undated.md")
    site.write(InventedReport(event: 1, report: 0).file, to: "other.md")
    try await site.sync()
    let before = try #require(try await site.state.placed[ArticleID(report.url)])
    site.remove("undated.md")
    site.clock += 3600
    try await site.sync()

    try site.loseState()
    site.clock += 86_400
    try await site.sync()
    site.write(report.file, to: "again.md")
    try await site.sync()

    let state = try await site.state
    #expect(state.placed[ArticleID(report.url)] == before)
    #expect(state.articles[ArticleID(report.url)]?.article.published == before.date)
  }
}

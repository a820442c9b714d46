import FoundationEssentials
import Markup
import NewsModel
import Testing

@testable import Feeds

@Suite("DayPages")
struct DayPagesTests {
  private static let day = SiteDay(Sample.date(301))
  private static let site = SiteDescription(main: SampleSite.feed)

  private static func stories(_ count: Int, title: String = "A tram line opens") -> [ListedStory] {
    (0..<count).map { number in
      ListedStory(
        slug: "tram-\(number)", title: "\(title) \(number)", language: "en",
        published: day.start.addingTimeInterval(Double(number)), updated: day.start,
        outlets: ["Coast Radio", "Island Post"])
    }
  }

  private static func links(_ document: FeedDocument) throws -> [String] {
    try HTMLDocument(document.text).nodes.filter { $0.name == "a" }.compactMap { $0["href"] }
  }

  @Test("lists each story once, in the order of the day, and leads to the days beside it")
  func stories() throws {
    let pages = DayPages(site: Self.site).documents(
      of: Self.day, Self.stories(3).reversed(), previous: SiteDay("2026-11-18"),
      next: SiteDay("2026-12-01"))

    #expect(pages.map(\.path) == ["days/2026-11-20/index.html"])
    let links = try Self.links(try #require(pages.first))
    #expect(
      links.filter { $0.contains("stories/") }
        == (0..<3).map { "../../stories/tram-\($0)/index.html" })
    #expect(links.contains("../../days/2026-11-18/index.html"))
    #expect(links.contains("../../days/2026-12-01/index.html"))
    #expect(links.contains("../../days/index.html"))
  }

  @Test("a day without stories has no page")
  func empty() {
    #expect(DayPages(site: Self.site).documents(of: Self.day, [], previous: nil, next: nil).isEmpty)
  }

  @Test(
    "a crowded day comes in parts under 50 kB, each story in one, and full parts stay as they are")
  func parts() throws {
    let long = String(repeating: "Überschwemmung & <b>„Not“</b> ", count: 12)
    for (count, title) in [(3000, "A tram line opens"), (600, long)] {
      let stories = Self.stories(count, title: title)
      let pages = DayPages(site: Self.site).documents(
        of: Self.day, stories, previous: nil, next: nil)

      #expect(pages.count > 5)
      #expect(pages.allSatisfy { $0.bytes.count < 50_000 })
      let linked = try pages.flatMap { page in
        try Self.links(page).filter { $0.contains("stories/") }
          .map { $0.split(separator: "/").dropLast().last.map(String.init) }
      }
      #expect(linked == stories.map(\.slug))
      for page in pages {
        try DocumentCheck().check(page)
        let depth = page.path.split(separator: "/").count - 1
        #expect(
          try Self.links(page).allSatisfy { link in
            !link.hasPrefix("../") || link.components(of: "../") == depth
          })
      }

      // One story more, which the last part has room for: only that part and the count change.
      let more = DayPages(site: Self.site).documents(
        of: Self.day, stories.dropLast() + [], previous: nil, next: nil)
      func list(_ page: FeedDocument) -> Substring? {
        page.text.split(separator: "<ol class=\"chronicle\">").last
      }
      #expect(zip(more, pages).dropLast().allSatisfy { list($0) == list($1) })
    }
  }

  @Test("titles in any script and with markup stay text, and nothing ends the data block")
  func nasty() throws {
    var feed = SampleSite.feed
    feed.title = "</script><script>alert(1)</script>"
    var story = Self.stories(1)[0]
    story.title = "</script><img src=x onerror=alert(1)> \u{202E}عنوان"
    let page = try #require(
      DayPages(site: SiteDescription(main: feed)).documents(
        of: Self.day, [story], previous: nil, next: nil
      ).first)

    try DocumentCheck().check(page)
    let nodes = try HTMLDocument(page.text).nodes
    #expect(!nodes.contains { $0.name == "img" })
    #expect(nodes.filter { $0.name == "script" }.count == 2)
  }

  @Test("an index leads to every year, and a year to each of its days")
  func calendar() throws {
    let texts = ["0999-12-31", "2024-02-29", "2025-12-31", "2026-01-01", "2026-11-20"]
    let days = texts.compactMap { SiteDay($0) }
    #expect(days.map(\.description) == texts)
    let pages = CalendarPages(site: Self.site)

    let index = pages.index(days)
    try DocumentCheck().check(index)
    let links = try Self.links(index)
    for year in ["0999", "2024", "2025", "2026"] {
      #expect(links.contains("../days/\(year)/index.html"))
    }
    #expect(links.contains("../days/2026-01-01/index.html"))
    let year = try #require(pages.document(year: 2026, days))
    #expect(
      try Self.links(year).filter { $0.contains("/2026-") } == [
        "../../days/2026-11-20/index.html", "../../days/2026-01-01/index.html",
      ])
    #expect(pages.document(year: 2023, days) == nil)
    try DocumentCheck().check(pages.index([]))
  }

  @Test("a year of days stays under 50 kB")
  func size() throws {
    let start = try #require(SiteDay("2024-01-01")).start
    let days = (0..<366).map { SiteDay(start.addingTimeInterval(Double($0) * 86_400)) }

    let page = try #require(CalendarPages(site: Self.site).document(year: 2024, days))

    #expect(page.bytes.count < 50_000)
  }

  @Test(
    "text that is no day makes none",
    arguments: [
      "", "2026", "2026-02-30", "2026-13-01", "2026-1-1", "+026-01-01", "2026-11-20 ", "..",
      "２０２６-01-01",
    ])
  func noDay(text: String) {
    #expect(SiteDay(text) == nil)
  }
}

extension String {
  /// The number of times that a text occurs in it.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}

import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Pins", .overEachStore)
struct PinsTests {
  private static let url = (0..<4).map { InventedReport(event: 0, report: $0).url }
  private static let otherURL = InventedReport(event: 1, report: 0).url

  private func site(pins: String) async throws -> PipelineSite {
    let site = try PipelineSite()
    site.pinsText = pins
    for report in 0..<2 {
      site.write(InventedReport(event: 0, report: report).file, to: "bridge\(report).md")
    }
    site.write(InventedReport(event: 1, report: 0).file, to: "other.md")
    try await site.sync()
    return site
  }

  private func findings(_ site: PipelineSite) async throws -> [String] {
    let state = try await site.state
    let resolver = ArticleResolver(
      roots: site.site.articleRoots(site.settings), view: MemoryView(open: state))
    return PinFindings.find(
      try PinsReader.read(yaml: site.pinsText, path: "pins.yaml"),
      resolve: { resolver.article(named: $0) }, storyOf: { state.ledger.story(of: $0)?.id })
  }

  private func sizes(_ site: PipelineSite) async throws -> [Int] {
    try await site.state.ledger.stories.values.map(\.articles.count).sorted()
  }

  @Test("without pins, the two reports of the bridge are one story")
  func none() async throws {
    #expect(try await sizes(try await site(pins: "")) == [1, 2])
  }

  @Test(
    "together joins what no score would, by path or permalink, and survives lost state and a resync"
  )
  func together() async throws {
    let site = try await site(pins: "together:\n  - [bridge0.md, bridge1.md, \(Self.otherURL)]\n")
    #expect(try await sizes(site) == [3])

    try site.loseState()
    try await site.sync(SyncRequest(isFull: true))

    #expect(try await sizes(site) == [3])
    #expect(try await findings(site).isEmpty)
  }

  @Test("apart parts what every score would join")
  func apart() async throws {
    let site = try await site(pins: "apart:\n  - [bridge0.md, bridge1.md]\n")

    #expect(try await sizes(site) == [1, 1, 1])
  }

  @Test("together on one article of a larger story joins the story, and later coverage, too")
  func wholeStories() async throws {
    let site = try await site(pins: "")
    let stories = try await site.state.ledger.stories.values.sorted {
      ($0.minted, $0.published, $0.id) < ($1.minted, $1.published, $1.id)
    }
    site.pinsText = "together:\n  - [bridge1.md, other.md]\n"

    let report = try await site.sync()

    #expect(report.changes.map(\.kind).sorted() == ["merged", "removed"])
    #expect(try await site.state.ledger.stories.keys.sorted() == [stories[0].id])
    #expect(try await site.state.ledger.resolve(stories[1].id) == stories[0].id)
    site.write(InventedReport(event: 0, report: 2).file, to: "late.md")
    site.write(InventedReport(event: 1, report: 1).file, to: "late-other.md")
    try await site.sync()
    #expect(try await sizes(site) == [5])
    #expect(try await findings(site).isEmpty)
  }

  @Test("together of two stories leaves outside what apart keeps from one of them")
  func wholeStoriesButOne() async throws {
    let site = try await site(
      pins: "together:\n  - [bridge0.md, other.md]\napart:\n  - [bridge1.md, other.md]\n")

    let state = try await site.state
    #expect(try await sizes(site) == [1, 2])
    #expect(
      state.ledger.story(of: ArticleID(Self.url[0]))?.articles.contains(ArticleID(Self.otherURL))
        == true)
    #expect(try await findings(site).isEmpty)
  }

  @Test("two files that claim one URL cannot be told apart by a pin, and check says so")
  func oneArticleTwice() async throws {
    let site = try await site(pins: "apart:\n  - [bridge0.md, copy.md]\n")
    site.write(InventedReport(event: 0, report: 0, edits: 1).file, to: "copy.md")
    try await site.sync()

    #expect(try await sizes(site) == [1, 2])
    #expect(
      try await findings(site) == [
        "pin names one article twice: pins.yaml: bridge0.md and copy.md are one article. "
          + "Name another one; files that claim one URL are one article until one of them changes it."
      ])
  }

  @Test("of two leads of one story the first leads, and check says so")
  func twoLeads() async throws {
    let site = try await site(pins: "lead: [bridge1.md, bridge0.md, other.md]\n")

    let view = try await site.view
    let story = try #require(view.story(named: "bridge0.md"))
    #expect(view.whole(story).canonical?.article == ArticleID(Self.url[1]))
    #expect(
      try await findings(site) == [
        "pins contradict one another: pins.yaml: bridge1.md and bridge0.md both lead one story; "
          + "the first is taken. Remove one of the two."
      ])
  }

  @Test("pins that go round in a circle are one story")
  func circular() async throws {
    let site = try await site(
      pins: """
        together:
          - [bridge0.md, bridge1.md]
          - [bridge1.md, other.md]
          - [other.md, bridge0.md]
        """)

    #expect(try await sizes(site) == [3])
    #expect(try await findings(site).isEmpty)
  }

  @Test("of pins that contradict one another apart wins, and check says so")
  func contradictory() async throws {
    let site = try await site(
      pins: "together:\n  - [bridge0.md, bridge1.md]\napart:\n  - [bridge1.md, bridge0.md]\n")

    #expect(try await sizes(site) == [1, 1, 1])
    #expect(
      try await findings(site) == [
        "pins contradict one another: pins.yaml: bridge0.md and bridge1.md are both together "
          + "and apart; apart wins. Remove one of the two."
      ])
  }

  @Test("two that are apart are never joined through a third, and check says so")
  func contradictoryThroughAThird() async throws {
    let site = try await site(
      pins: """
        together:
          - [bridge0.md, other.md]
          - [other.md, bridge1.md]
        apart:
          - [bridge0.md, bridge1.md]
        """)

    let state = try await site.state
    #expect(
      state.ledger.story(of: ArticleID(Self.url[0]))?.id
        != state.ledger.story(of: ArticleID(Self.url[1]))?.id)
    #expect(
      try await findings(site) == [
        "pins contradict one another: pins.yaml: bridge0.md and bridge1.md are apart, and together "
          + "through other.md; apart wins. Remove one of them."
      ])
  }

  @Test("a name that means nothing waits for its article, and check says so")
  func unknown() async throws {
    let site = try await site(pins: "together:\n  - [other.md, \(Self.url[3])]\n")
    #expect(
      try await findings(site) == [
        "pin names no article: pins.yaml: \"\(Self.url[3])\". "
          + "Give a path below the articles directory, an article id or a permalink."
      ])

    site.write(InventedReport(event: 0, report: 3).file, to: "late.md")
    try await site.sync()

    #expect(try await findings(site).isEmpty)
    let state = try await site.state
    #expect(
      state.ledger.story(of: ArticleID(Self.url[3]))?.id
        == state.ledger.story(of: ArticleID(Self.otherURL))?.id)
  }

  @Test(
    "an article leads and a title stands where a pin says so; of two titles the first stands, and check says so"
  )
  func leadAndTitle() async throws {
    let site = try await site(
      pins: """
        lead: [bridge1.md]
        titles:
          bridge0.md: The bridge, in our words
          \(Self.url[0]): Another title
        """)

    let view = try await site.view
    let story = try #require(view.story(named: "bridge0.md"))
    #expect(story.title == "The bridge, in our words")
    #expect(view.whole(story).canonical?.article == ArticleID(Self.url[1]))
    #expect(try await findings(site).count == 1)
  }

  @Test(
    "pins that cannot be read name the line",
    arguments: [
      ("togther:\n  - [a, b]\n", "together"), ("together: [a, b]\n", "list of lists"),
      ("apart:\n  - [a]\n", "two or more"), ("titles:\n  a: ''\n", "titles"),
      ("- x\n", "keys"), ("a: [\n", "pins.yaml"),
    ])
  func unreadable(text: String, part: String) {
    let error = #expect(throws: SettingsError.self) {
      try PinsReader.read(yaml: text, path: "pins.yaml")
    }
    #expect(error.map { "\($0)".contains(part) } == true, "\(error.map { "\($0)" } ?? "")")
  }
}

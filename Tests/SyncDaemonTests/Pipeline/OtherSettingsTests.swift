import Foundation
import Logging
import NewsModel
import Stories
import Synchronization
import Testing

@testable import SyncDaemon

@Suite("Other settings", .overEachStore)
struct OtherSettingsTests {
  /// A site with a story of outlets 0 and 1, one of outlet 0 and one of outlet 2, and a feed of
  /// outlet 2.
  private func site() async throws -> PipelineSite {
    let site = try PipelineSite()
    site.settings.feeds = [feed(of: "Outlet 2")]
    for (event, report) in [(0, 0), (0, 1), (1, 0), (2, 2)] {
      site.write(
        InventedReport(event: event, report: report).file, to: "\(event)-\(report).md")
    }
    try await site.sync()
    return site
  }

  private func feed(of outlet: String, isMerged: Bool = true) -> FeedSettings {
    var feed = FeedSettings(name: "some")
    feed.sources = [outlet]
    feed.isMerged = isMerged
    return feed
  }

  private func titles(_ site: PipelineSite) async throws -> Set<String> {
    let state = try await site.state
    return Set((state.feeds["some"]?.entries ?? []).compactMap { state.ledger.stories[$0]?.title })
  }

  private func founding(_ event: Int, _ report: Int) -> ArticleID {
    ArticleID(InventedReport(event: event, report: report).url)
  }

  @Test(
    "a changed condition brings older entries that match into the feed and takes the others out")
  func changedCondition() async throws {
    let site = try await site()
    #expect(try await titles(site).count == 1)
    site.settings.feeds = [feed(of: "Outlet 0")]

    let report = try await site.sync()

    let state = try await site.state
    let expected = [founding(0, 0), founding(1, 0)].compactMap { state.ledger.story(of: $0)?.id }
    #expect(Set(state.feeds["some"]?.entries ?? []) == Set(expected))
    #expect(report.hasOtherSettings && report.changes.isEmpty)
    #expect(report.feeds.map(\.name) == ["some"])
    #expect(Set(report.feeds.flatMap(\.entering).map(\.id)) == Set(expected))
    #expect(report.feeds.flatMap(\.leaving).count == 1)
    let atom = try #require(try site.documents()["some/atom.xml"])
    for id in expected { #expect(atom.contains(id.rawValue)) }
  }

  @Test(
    "a feed that turns into one of articles, or is defined again after a while, shows what it would have"
  )
  func otherKindOfFeed() async throws {
    let site = try await site()
    site.settings.feeds = [feed(of: "Outlet 0", isMerged: false)]
    try await site.sync()
    #expect(try await site.state.feeds["some"]?.entries.count == 2)

    site.settings.feeds = []
    try await site.sync()
    site.write(InventedReport(event: 3, report: 0).file, to: "3-0.md")
    try await site.sync()
    site.settings.feeds = [feed(of: "Outlet 0", isMerged: false)]
    try await site.sync()

    #expect(try await site.state.feeds["some"]?.entries.count == 3)
  }

  @Test("the documents of a feed that is not defined any more are removed, its archive, too")
  func undefinedFeed() async throws {
    let site = try PipelineSite()
    site.settings.window.entries = 4
    site.settings.feeds = [feed(of: "Outlet 0")]
    for event in 0..<8 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    #expect(try site.documents().keys.contains("some/archive/0001/atom.xml"))
    site.settings.feeds = []

    try await site.sync()
    site.restart()
    try await site.sync()

    #expect(try site.documents().keys.filter { $0.hasPrefix("some/") } == [])
  }

  @Test(
    "a site that moves takes its archive along: every document says where it is, no entry changes")
  func movedSite() async throws {
    let site = try PipelineSite()
    site.settings.window.entries = 4
    for event in 0..<8 {
      var text = InventedReport(event: event, report: 0).file
      // The address of an outlet that shares the site's host stays.
      text = text.replacingOccurrences(of: "https://outlet0.example/", with: site.settings.baseURL)
      site.write(text, to: "\(event).md")
    }
    try await site.sync()
    let before = try site.documents()
    let old = site.settings.baseURL
    site.settings.baseURL = "https://moved.example/news/"

    try await site.sync()

    let after = try site.documents()
    let archives = after.keys.filter { $0.hasPrefix("archive/") }.sorted()
    #expect(archives.count >= 6)
    for path in archives {
      let text = try #require(after[path])
      #expect(text.contains("https://moved.example/news/\(path)"))
      #expect(!text.contains(old + "stories/") && !text.contains(old + "archive/"))
      #expect(text.contains(old + "event"), "\(path)")
      let back = text.replacingOccurrences(of: site.settings.baseURL, with: old)
      #expect(back == before[path])
    }
    site.settings.baseURL = old
    try await site.sync()
    #expect(
      FirstDifference.between(
        before.mapValues { Array($0.utf8) }, try site.documents().mapValues { Array($0.utf8) })
        == nil)
  }

  @Test("what a feed's archive holds stays there when its condition changes")
  func archiveStays() async throws {
    let site = try PipelineSite()
    site.settings.window.entries = 4
    site.settings.feeds = [feed(of: "Outlet 0")]
    for event in 0..<8 {
      site.write(InventedReport(event: event, report: event % 2).file, to: "\(event).md")
      site.clock += 60
      try await site.sync()
    }
    for event in 8..<12 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      try await site.sync()
    }
    let before = try #require(try await site.state.feeds["some"])
    #expect(before.archiveCount > 0)
    let archives = try site.documents().filter { $0.key.hasPrefix("some/archive/") }
    var both = feed(of: "Outlet 0")
    both.sources.append("Outlet 1")
    site.settings.feeds = [both]

    try await site.sync()

    let state = try await site.state
    let after = try #require(state.feeds["some"])
    #expect(Set(after.entries).isSuperset(of: before.entries))
    let reach = before.entries.compactMap { state.ledger.stories[$0]?.updated }.min()
    for id in after.entries {
      #expect(try #require(state.ledger.stories[id]).updated >= reach ?? .distantFuture)
    }
    let documents = try site.documents()
    #expect(
      archives.allSatisfy { documents[$0.key] == $0.value }
        && after.archiveCount == before.archiveCount)
  }

  @Test(
    "a story that comes to meet a condition by a repost joins the feed, though no reader is told of it"
  )
  func comesToMatch() async throws {
    let site = try await site()
    site.settings.feeds = [feed(of: "Outlet 3")]
    try await site.sync()
    #expect(try await titles(site).isEmpty)
    var repost = InventedReport(event: 0, report: 0).file
    repost = repost.replacingOccurrences(of: "source: Outlet 0", with: "source: Outlet 3")
    repost = repost.replacingOccurrences(of: "outlet0.example", with: "outlet3.example")
    site.write(repost, to: "repost.md")
    let before = try await site.state.ledger.stories.mapValues(\.updated)

    try await site.sync()

    #expect(try await site.state.ledger.stories.mapValues(\.updated) == before)
    #expect(try await titles(site).count == 1)
  }

  @Test(
    "a dry run says which stories are merged, which ids retire, which entries come and leave, and changes nothing"
  )
  func dryRun() async throws {
    let site = try await site()
    let documents = try site.documents()
    let other = InventedReport(event: 1, report: 0).url
    site.pinsText = "together:\n  - [\(InventedReport(event: 0, report: 1).url), \(other)]\n"
    site.settings.feeds = [feed(of: "Outlet 0")]

    let preview = try await site.sync(isDryRun: true)

    #expect(try site.documents() == documents)
    #expect(preview.hasOtherSettings)
    #expect(preview.changes.map(\.kind).sorted() == ["merged", "removed"])
    #expect(preview.changes.contains { $0.kind == "removed" && $0.survivor != nil })
    #expect(preview.feeds.map(\.name) == ["", "some"])
    site.restart()
    let done = try await site.sync()
    #expect(done.changes == preview.changes && done.feeds == preview.feeds)
  }

  @Test(
    "a pass with other settings logs what is about to change before it remembers or publishes anything"
  )
  func announced() async throws {
    let site = try await site()
    site.restart()
    site.settings.feeds = [feed(of: "Outlet 0")]
    let said = Said()
    site.log = Logger(label: "test") { _ in said }
    // Nothing can be written, so everything that is logged is logged before writing.
    site.memory.fail(at: 1, .losesPower)

    _ = try? await site.sync()

    let lines = said.lines.withLock { $0 }
    #expect(lines.contains { $0.hasPrefix("settings have changed since the last publication") })
    #expect(lines.contains("feed some: 2 come, 1 leave, 0 move to the archive"))
    #expect(lines.count { $0.hasPrefix("feed some: comes: tag:") } == 2)
    let titles = try await site.view.stories().map(\.title)
    #expect(!titles.isEmpty && !lines.contains { line in titles.contains { line.contains($0) } })
  }

  @Test("a title that other settings or pins give is the one of every command, at once")
  func oneTitle() async throws {
    let site = try await site()
    let before = try await site.view.stories().map(\.title)
    site.pinsText = "titles:\n  \(InventedReport(event: 0, report: 0).url): A title of our own\n"

    try await site.sync()

    for _ in 0..<2 {
      let stories = try await site.view.stories()
      #expect(stories.count { $0.title == "A title of our own" } == 1)
      #expect(stories.map(\.title) != before)
      for listing in stories {
        let story = try #require(try await site.view.story(named: listing.id.rawValue))
        #expect(try await site.view.whole(story).title == listing.title)
        #expect(try site.documents()["feed.json"]?.contains("\"\(listing.title)\"") == true)
      }
      site.restart()
    }
  }

  @Test("without other settings nothing is announced, whatever happens to articles")
  func notAnnounced() async throws {
    let site = try await site()
    site.write(InventedReport(event: 4, report: 0).file, to: "new.md")

    let report = try await site.sync()

    #expect(!report.hasOtherSettings)
    #expect(report.feeds.map(\.name) == [""])
  }

  /// A log that keeps its messages.
  private struct Said: LogHandler {
    final class Lines: Sendable {
      private let lines = Mutex<[String]>([])
      func withLock<R>(_ body: (inout [String]) -> R) -> R { lines.withLock { body(&$0) } }
    }
    let lines = Lines()
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.withLock { $0.append("\(event.message)") } }
  }
}

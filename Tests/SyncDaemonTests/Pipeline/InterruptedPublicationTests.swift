import Feeds
import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("A publication that is cut short", .overEachStore)
struct InterruptedPublicationTests {
  private static func record(_ number: Int, _ archives: [PublicationRecord.Archive])
    -> PublicationRecord
  {
    PublicationRecord(
      number: number, date: Date(timeIntervalSince1970: 0), stories: [], retired: [],
      archives: archives, rendering: "")
  }

  private static func archive(_ feed: String, _ number: Int, _ entries: String...)
    -> PublicationRecord.Archive
  {
    PublicationRecord.Archive(feed: feed, number: number, entries: entries.map { EntryID($0) })
  }

  @Test("of two archive documents of one number the newest publication's is written")
  func newestWins() {
    let first = Self.record(1, [Self.archive("", 1, "a"), Self.archive("", 2, "b")])
    let second = Self.record(
      2, [Self.archive("", 1, "c"), Self.archive("", 2, "d"), Self.archive("sport", 1, "e")])

    let archives = PublicationRecord.archives(
      of: [first, second, second], counts: ["": 2, "sport": 1])

    #expect(archives == second.archives)
  }

  @Test("an archive document beyond those that its feed has by now is not written")
  func beyondTheCount() {
    let first = Self.record(1, [1, 2, 3].map { Self.archive("", $0, "a") })
    let second = Self.record(2, [1, 2].map { Self.archive("", $0, "b") })

    #expect(PublicationRecord.archives(of: [first, second], counts: ["": 2]) == second.archives)
    #expect(PublicationRecord.archives(of: [first], counts: [:]) == [])
  }

  @Test(
    "a first publication with archives, cut short anywhere and decided anew with more articles, ends where it would have"
  )
  func firstPublication() async throws {
    func site(reports: Range<Int>) throws -> PipelineSite {
      let site = try PipelineSite()
      site.settings.window = FeedWindowSize(entries: 4, age: .seconds(60 * 86_400))
      for event in reports { Self.write(event, to: site) }
      return site
    }
    var cuts = 0
    for call in stride(from: 4, to: 400, by: 23) {
      let site = try site(reports: 0..<8)
      site.memory.fail(at: call, .losesPower)
      if (try? await site.sync()) != nil { break }
      cuts += 1
      site.memory = site.memory.afterKill()
      site.restart()
      Self.write(8, to: site)

      let report = try await site.sync()

      let paths = report.documentsWritten
      #expect(Set(paths).count == paths.count, "call \(call)")
      #expect(report.refused.isEmpty, "call \(call)")
      let again = try await site.sync(SyncRequest(isFull: true))
      #expect(again.documentsWritten.isEmpty, "call \(call)")
      let archives = try site.documents().keys.filter {
        $0.hasPrefix("archive/") && !$0.contains("newsfold-tmp")
      }
      #expect(archives.count >= 6, "call \(call): \(archives.sorted())")
    }
    #expect(cuts > 5)
  }

  /// Fails where a directory would be full.
  private struct RefusingTarget: PublishTarget {
    struct Refused: Error {}

    func publish(_ publication: Publication) throws { throw Refused() }
  }

  @Test(
    "what was decided and not published before a kill is visible before anybody is answered, whatever articles did"
  )
  func finishedBeforeTheFirstAnswer() async throws {
    let site = try PipelineSite()
    for event in 0..<3 { Self.write(event, to: site) }
    try await site.sync()
    Self.write(3, to: site)
    site.restart()
    site.targets = [RefusingTarget()]
    await #expect(throws: PassError.self) { try await site.sync() }
    let decided = try await site.state
    let before = try site.documents()
    #expect(decided.pending.count == 1)
    #expect(decided.ledger.stories.count == 4)

    // The next process: its articles are elsewhere by now, and nobody has looked.
    site.memory = site.memory.afterKill()
    site.restart()
    site.targets = []
    site.remove("event0.md")
    var seen: [String: String]?
    let pipeline = try await site.opened(onServable: { seen = try? site.documents() })

    let served = try #require(seen)
    for story in decided.ledger.stories.values {
      #expect(try #require(served["feed.json"]).contains(story.id.rawValue))
    }
    #expect(before["feed.json"] != served["feed.json"])
    #expect(pipeline.memory.state.pending.isEmpty)
  }

  @Test("a publication that cannot be finished at the start makes readers wait for the first pass")
  func unfinishedAtTheStart() async throws {
    let site = try PipelineSite()
    for event in 0..<3 { Self.write(event, to: site) }
    try await site.sync()
    Self.write(3, to: site)
    site.restart()
    site.targets = [RefusingTarget()]
    await #expect(throws: PassError.self) { try await site.sync() }
    site.restart()

    var isServable = false
    var pipeline = try await site.opened(onServable: { isServable = true })

    #expect(!isServable)
    await #expect(throws: PassError.self) { try await pipeline.sync() }
    site.targets = []
    site.settings.title = "Another"
    pipeline = try await site.opened(onServable: { isServable = true })
    // With other settings, every document is another: that is the first pass's to do.
    #expect(!isServable)
    _ = try await pipeline.sync()
    #expect(try #require(try site.documents()["feed.json"]).contains("Another"))
  }

  @Test("other settings, cut short anywhere, are in every document after the next start")
  func otherSettings() async throws {
    let site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(60 * 86_400))
    for event in 0..<9 { Self.write(event, to: site) }
    try await site.sync()
    let (disk, stored) = (site.memory, try site.storedState())
    site.settings.baseURL = "https://moved.example/"
    site.settings.text = .headline
    site.settings.window.entries = 2
    try site.goBack(to: disk.afterKill(), stored)
    try await site.sync()
    let documents = try site.documents()
    #expect(documents.values.allSatisfy { !$0.contains("127.0.0.1") })
    let calls = site.memory.callCount
    #expect(calls > 100)

    // The histories fail at every call when they are asked for (`.ci/run histories`).
    for call in stride(from: 3, through: calls, by: 17) {
      try site.goBack(to: disk.afterKill(), stored)
      site.memory.fail(at: call, .losesPower)
      // Silence is right: it fails at that call.
      _ = try? await site.sync()
      site.memory = site.memory.afterKill()
      site.restart()
      try await site.sync()

      let differing = try site.documents().filter { documents[$0] != $1 }.keys.sorted()
      #expect(differing.isEmpty, "call \(call)")
    }
  }

  private static func write(_ event: Int, to site: PipelineSite) {
    site.write(InventedReport(event: event, report: 0).file, to: "event\(event).md")
  }
}

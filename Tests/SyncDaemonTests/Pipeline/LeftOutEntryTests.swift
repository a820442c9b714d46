import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("Entries that no document can hold", .overEachStore)
struct LeftOutEntryTests {
  private func site(events: Range<Int>) throws -> PipelineSite {
    let site = try PipelineSite()
    var every = FeedSettings(name: "every")
    every.isMerged = false
    site.settings.feeds = [every]
    for event in events {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    return site
  }

  /// A title of which nothing is left once unreadable characters are removed.
  private static let pins = "titles:\n  1.md: \"\u{FFFD}\u{FFFD}\"\n"

  @Test("an entry that fails its check costs itself, loudly, and comes when it is mended")
  func title() async throws {
    let site = try site(events: 0..<3)
    site.pinsText = Self.pins

    let report = try await site.sync()

    #expect(report.refused.isEmpty)
    let id = try #require(report.leftOut.first?.id)
    #expect(report.leftOut.map(\.id) == [id] && report.leftOut[0].reason.hasPrefix("feed main: "))
    #expect(try FeedChain(in: site).shown.count == 2)
    #expect(try FeedChain(of: "every", in: site).shown.count == 3)
    #expect(try await site.view.status().leftOut == report.leftOut)

    // The feed goes on, and the entry is reported as long as it is left out.
    site.write(InventedReport(event: 3, report: 0).file, to: "3.md")
    let later = try await site.sync()
    #expect(later.leftOut == report.leftOut && later.refused.isEmpty)
    #expect(try FeedChain(in: site).shown.count == 3)
    #expect(try await site.sync().leftOut == report.leftOut)
    site.restart()
    #expect(try await site.sync(SyncRequest(isFull: true)).leftOut == report.leftOut)

    site.pinsText = ""
    let mended = try await site.sync()
    #expect(mended.leftOut.isEmpty)
    #expect(try FeedChain(in: site).shown.count == 4)
    #expect(try FeedChain(in: site).shown.contains(id.rawValue))
  }

  @Test("an entry that fails is tried again when its article changes")
  func changed() async throws {
    let site = try site(events: 0..<3)
    site.pinsText = Self.pins
    try await site.sync()

    site.write(InventedReport(event: 1, report: 0, edits: 3).file, to: "1.md")
    let still = try await site.sync()
    #expect(still.leftOut.count == 1)
    site.remove("1.md")
    #expect(try await site.sync().leftOut.isEmpty)
  }
}

import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("Late reports", .overEachStore)
struct LateReportTests {
  /// A site of four days whose feeds have an archive, and late reports that come one with each
  /// pass.
  private func site(late: Range<Int>) async throws -> PipelineSite {
    let site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 6, age: .seconds(86_400))
    var every = FeedSettings(name: "every")
    every.isMerged = false
    site.settings.feeds = [every]
    for event in 40..<48 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    for event in late {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      site.clock += 60
      try await site.sync()
    }
    return site
  }

  @Test(
    "reports older than the window gather until they fill an archive document, and are in the feed until then",
    arguments: ["", "every"])
  func gather(feed: String) async throws {
    let site = try await site(late: 0..<8)

    let chain = try FeedChain(of: feed, in: site)
    #expect(chain.entries.count == 16)
    #expect(chain.shown.count <= 6)
    // The first two are smaller, so that each has a neighbour.
    #expect(chain.archives.count >= 4)
    #expect(chain.archives.dropFirst(2).allSatisfy { $0.count == 3 })
    #expect(chain.archives.joined().count + chain.shown.count == 16, "an entry is there twice")
  }

  @Test(
    "what waits is known without state, and a full look changes nothing of it", arguments: 5...7)
  func waits(late: Int) async throws {
    let site = try await site(late: 0..<late)
    let before = try site.documents()

    let full = try await site.sync(SyncRequest(isFull: true))
    try site.loseState()
    let rebuilt = try await site.sync()

    #expect(full.documentsWritten.isEmpty && rebuilt.documentsWritten.isEmpty)
    #expect(try site.documents() == before)
    // The result is the same as without the late reports.
    let whole = try await self.site(late: 0..<late + 3)
    for event in late..<late + 3 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      site.clock += 60
      try await site.sync()
    }
    for feed in ["", "every"] {
      let (one, other) = (
        try FeedChain(of: feed, in: site), try FeedChain(of: feed, in: whole)
      )
      #expect(one.archives == other.archives && one.shown == other.shown)
    }
  }

  @Test("a published archive document stays as it is while reports gather")
  func unchanged() async throws {
    let site = try await site(late: 0..<3)
    let before = try FeedChain(in: site).archives
    for event in 3..<9 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      site.clock += 60
      try await site.sync()
    }

    let after = try FeedChain(in: site).archives
    #expect(after.count > before.count)
    #expect(Array(after.prefix(before.count)) == before)
  }

  @Test("a feed that takes more from now on takes nothing that is older than its window")
  func chosenAnew() async throws {
    let site = try await site(late: 0..<4)
    let before = try FeedChain(of: "every", in: site)
    site.settings.feeds[0].sources = ["Outlet 0", "Outlet 1"]

    try await site.sync()

    let after = try FeedChain(of: "every", in: site)
    #expect(before.shown.count > 3)
    #expect(after.archives == before.archives && after.shown == before.shown)
  }
}

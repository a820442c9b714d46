import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Articles that no file shows", .overEachStore)
struct UnfoundArticleTests {
  private func file(_ event: Int) -> String {
    let report = InventedReport(event: event, report: 0)
    let told = InventedEvent(number: event)
    return """
      {"title": "\(told.title(of: 0))", "url": "\(report.url)", "source": "Outlet 0",
       "date": "2026-03-0\(event + 1)T10:00:00Z", "text": "\(told.text(of: 0).prefix(200))"}
      """
  }

  @Test(
    "what was published is not withdrawn while a file that may hold it cannot be read, and the feed goes on"
  )
  func unreadable() async throws {
    let site = try PipelineSite()
    for event in 0..<3 { site.write(file(event), to: "\(event).json") }
    try await site.sync()
    let before = try await site.state.ledger
    try site.loseState()
    site.write("{", to: "1.json")
    site.write(file(3), to: "3.json")

    for _ in 0..<2 {
      let report = try await site.sync()
      #expect(!report.changes.contains { $0.kind == "removed" })
      #expect(report.setAside.map(\.path) == ["1.json"])
      #expect(report.notes.contains { $0.contains("1 published articles") })
      #expect(try FeedChain(in: site).shown.count == 3)
    }

    site.write(file(1), to: "1.json")
    let report = try await site.sync()
    #expect(!report.changes.contains { $0.kind == "removed" })
    let after = try await site.state.ledger
    #expect(Set(before.stories.keys).isSubset(of: after.stories.keys))
    #expect(try FeedChain(in: site).shown.count == 4)
  }

  @Test("what no file can hold any more is withdrawn by the first look that says so")
  func gone() async throws {
    let site = try PipelineSite()
    for event in 0..<3 { site.write(file(event), to: "\(event).json") }
    try await site.sync()
    try site.loseState()
    site.write("{", to: "1.json")
    try await site.sync()

    site.remove("1.json")
    let report = try await site.sync()

    #expect(report.changes.map(\.kind) == ["removed"])
    #expect(try await site.state.ledger.stories.count == 2)
  }

  @Test("a file that is gone is withdrawn beside one that was never read, without a word")
  func besideDamaged() async throws {
    let site = try PipelineSite()
    for event in 0..<3 { site.write(file(event), to: "\(event).json") }
    site.write("{", to: "damaged.json")
    try await site.sync()

    site.remove("1.json")
    site.restart()
    let report = try await site.sync()

    #expect(report.changes.map(\.kind) == ["removed"])
    #expect(!report.notes.contains { $0.contains("published articles") })
  }
}

import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("State that is older than what is published", .overEachStore)
struct OlderStateTests {
  @Test("ids that were given since are kept, though a report of an earlier date has joined")
  func ids() async throws {
    let site = try PipelineSite()
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    try await site.sync()
    let older = try site.storedState()
    site.write(InventedReport(event: 1, report: 1).file, to: "b.md")
    try await site.sync()
    site.write(InventedReport(event: 1, report: 0).file, to: "c.md")
    site.write(InventedReport(event: 2, report: 0).file, to: "d.md")
    try await site.sync()
    site.remove("d.md")
    try await site.sync()
    let before = try await site.state.ledger
    let documents = try site.documents()
    #expect(before.stories.count == 2 && before.retired.count == 1)

    try site.restore(older)
    let report = try await site.sync()

    #expect(report.notes.contains { $0.contains("older than what is published") })
    let after = try await site.state.ledger
    #expect(Set(after.stories.keys) == Set(before.stories.keys))
    #expect(Set(after.retired.keys) == Set(before.retired.keys))
    #expect(Set(try site.documents().keys) == Set(documents.keys))
    site.restart()
    #expect(try await site.sync().notes.isEmpty)
  }

  @Test("a story that came back since, and ended once more, ended when its page says")
  func endedOnceMore() async throws {
    let site = try PipelineSite()
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    site.write(InventedReport(event: 1, report: 0).file, to: "b.md")
    try await site.sync()
    site.remove("b.md")
    site.clock += 60
    site.restart()
    try await site.sync()
    let older = try site.storedState()
    site.write(InventedReport(event: 1, report: 0).file, to: "b.md")
    try await site.sync()
    site.remove("b.md")
    site.clock += 3600
    site.restart()
    try await site.sync()
    let before = try await site.state.ledger

    try site.restore(older)
    try await site.sync()

    let after = try await site.state.ledger
    #expect(before.retired.count == 1)
    #expect(after.retired == before.retired)
  }

  @Test("documents that are older than state, or another's, change nothing that is remembered")
  func olderDocuments() async throws {
    let site = try PipelineSite()
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    try await site.sync()
    let older = site.memory.afterKill()
    site.write(InventedReport(event: 1, report: 0).file, to: "b.md")
    try await site.sync()
    let before = try await site.state.ledger
    site.restart()
    for (path, bytes) in try older.tree(site.publicDirectory) {
      try site.memory.write(bytes, to: path)
    }

    let report = try await site.sync(SyncRequest(isFull: true))

    #expect(report.changes.isEmpty && report.notes.isEmpty)
    #expect(try await site.state.ledger == before)
  }
}

import Feeds
import FoundationEssentials
import NewsModel
import Testing

@testable import FeedServer

@Suite("ChangeLog")
struct ChangeLogTests {
  static func change(_ number: Int, _ kind: EntryChange.Kind = .created) -> EntryChange {
    EntryChange(
      id: EntryID("tag:news.example,2026:story/\(number)"), kind: kind,
      updated: Date(timeIntervalSince1970: Double(Fixture.changed)), title: "Story \(number)",
      link: "http://127.0.0.1:8080/stories/\(number)/")
  }

  private func log(_ count: Int) -> ChangeLog {
    let log = ChangeLog(epoch: "e")
    log.append(log.numbered((0..<count).map { Self.change($0) }))
    return log
  }

  @Test("a client that follows the cursors sees each change once, in order")
  func follow() throws {
    let log = log(25)
    var seen: [Int] = []
    var cursor: String?

    while true {
      let page = try log.page(after: cursor, limit: 10)
      seen += page.records.map(\.number)
      cursor = "\(page.next)"
      guard page.hasMore else { break }
    }

    #expect(seen == Array(1...25))
    #expect(try log.page(after: cursor, limit: 10).records.isEmpty)
  }

  @Test("publishing the same changes again tells nothing again")
  func repeated() {
    let log = log(3)

    #expect(log.numbered((0..<3).map { Self.change($0) }).isEmpty)
    #expect(log.numbered([Self.change(1, .changed)]).map(\.number) == [4])
  }

  @Test("a cursor of what is forgotten, of another log, or of the future must start over")
  func tooOld() throws {
    let log = log(ChangeLog.capacity + 5)

    for cursor in ["e.4", "f.10", "e.\(ChangeLog.capacity + 6)"] {
      #expect(throws: ChangeLog.CursorError.tooOld, "\(cursor)") {
        try log.page(after: cursor, limit: 1)
      }
    }
    #expect(try log.page(after: "e.5", limit: 1).records.map(\.number) == [6])
    #expect(try log.page(after: nil, limit: 1).isComplete == false)
  }

  @Test("what is no cursor is told so", arguments: ["x", "", "e.", ".1", "e.-1", "e.1.2", "1"])
  func malformed(cursor: String) {
    #expect(throws: ChangeLog.CursorError.malformed) {
      try log(1).page(after: cursor, limit: 1)
    }
  }

  @Test("a wait ends with the next change, and at once if there is one already")
  func wait() async throws {
    let log = log(1)
    let end = log.end

    await withTaskGroup { group in
      group.addTask { await log.wait(after: end, atMost: .seconds(60)) }
      group.addTask { log.append(log.numbered([Self.change(7)])) }
    }
    await log.wait(after: end, atMost: .seconds(60))

    #expect(try log.page(after: "\(end)", limit: 10).records.count == 1)
  }

  @Test("a wait ends when the service stops and when nobody waits for it any more")
  func ends() async {
    let log = log(1)
    let end = log.end

    let cancelled = Task { await log.wait(after: end, atMost: .seconds(60)) }
    cancelled.cancel()
    await cancelled.value
    async let closed: Void = log.wait(after: end, atMost: .seconds(60))
    log.close()
    await closed

    #expect(log.isClosed)
  }
}

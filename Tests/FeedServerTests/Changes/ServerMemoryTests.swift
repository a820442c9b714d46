import Feeds
import Testing

@testable import FeedServer

@Suite("ServerMemory")
struct ServerMemoryTests {
  private let notes: any TargetNotes
  private let memory: ServerMemory

  init() {
    let kept = NotesInMemory()
    notes = kept.notes("changes.jsonl")
    memory = ServerMemory(kept)
  }

  private func remember(_ count: Int) throws -> ChangeLog {
    let log = try memory.changes(newEpoch: "first")
    for number in 0..<count {
      let fresh = log.numbered([ChangeLogTests.change(number)])
      try memory.append(fresh)
      log.append(fresh)
    }
    return log
  }

  @Test("cursors survive a restart")
  func restart() throws {
    let log = try remember(5)

    let again = try memory.changes(newEpoch: "second")

    #expect(again.end == log.end)
    #expect(again.records == log.records)
  }

  @Test("a line that a crash cut is as if it had never been written, and what follows is whole")
  func torn() throws {
    let log = try remember(5)
    try notes.replace(with: try #require(notes.read()).dropLast(10))

    let again = try memory.changes(newEpoch: "second")
    #expect(again.records == Array(log.records.dropLast()))

    let fresh = again.numbered([ChangeLogTests.change(9)])
    try memory.append(fresh)

    #expect(try memory.changes(newEpoch: "third").records == again.records + fresh)
  }

  @Test(
    "a damaged file, and one of another format, start a new log",
    arguments: [
      "nonsense\n", "", "{\"format\":2,\"epoch\":\"x\"}\n", "{\"format\":1,\"epoch\":\"x\"}\n{}\n",
    ])
  func damaged(text: String) throws {
    _ = try remember(2)
    try notes.replace(with: Array(text.utf8))

    let again = try memory.changes(newEpoch: "second")

    #expect(again.end.epoch == "second")
    #expect(try memory.changes(newEpoch: "third").end.epoch == "second")
  }

  @Test("written anew, it holds the same")
  func rewritten() throws {
    let log = try remember(5)

    try memory.rewrite(log)

    #expect(try memory.changes(newEpoch: "second").records == log.records)
  }

  /// A place that takes nothing.
  private struct FullDisk: TargetMemory, TargetNotes {
    var byteCount: Int { 0 }
    func notes(_ name: String) -> any TargetNotes { self }
    func read() -> [UInt8]? { nil }
    func append(_ bytes: [UInt8]) throws(TargetNotesError) { try replace(with: bytes) }
    func replace(with bytes: [UInt8]) throws(TargetNotesError) {
      throw TargetNotesError(place: "state/server/changes.jsonl", reason: "no space left")
    }
  }

  @Test("a place that cannot be written is an error that names it")
  func unwritable() {
    let error = #expect(throws: TargetNotesError.self) {
      try ServerMemory(FullDisk()).changes(newEpoch: "x")
    }

    #expect(
      error?.description
        == "cannot write what publishing remembers: state/server/changes.jsonl: no space left. "
        + "Check the disk and its permissions.")
  }
}

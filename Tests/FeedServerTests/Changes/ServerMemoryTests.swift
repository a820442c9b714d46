import Foundation
import Testing

@testable import FeedServer

@Suite("ServerMemory")
struct ServerMemoryTests {
  private let directory: TemporaryDirectory
  private let memory: ServerMemory

  init() throws {
    directory = try TemporaryDirectory()
    memory = ServerMemory(directory: directory.path + "/server")
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

  private var file: URL { URL(filePath: directory.path + "/server/changes.jsonl") }

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
    var bytes = try Data(contentsOf: file)
    bytes.removeLast(10)
    try bytes.write(to: file)

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
    try Data(text.utf8).write(to: file)

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

  @Test("a directory that cannot be written is an error that names it")
  func unwritable() {
    let nowhere = ServerMemory(directory: "/proc/newsfold")

    #expect(throws: FeedServerError.self) { try nowhere.changes(newEpoch: "x") }
  }
}

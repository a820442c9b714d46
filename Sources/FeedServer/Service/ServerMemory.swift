import Feeds
import FoundationEssentials

/// The two notes in which the server remembers over a restart what it has told clients.
///
/// `changes.jsonl` has a line with the epoch, then a line for each change. A change is appended
/// before clients learn of it, and the notes are rewritten now and then. `deltas.json` is a
/// convenience: without it each client gets one whole document. Calls block.
struct ServerMemory: Sendable {
  private struct Head: Codable {
    /// The number of the layout; another layout has another number.
    var format: Int
    var epoch: String
  }

  private let changeNotes: any TargetNotes
  private let deltaNotes: any TargetNotes

  /// Makes the server's part of what publish targets remember.
  init(_ memory: any TargetMemory) {
    changeNotes = memory.notes("changes.jsonl")
    deltaNotes = memory.notes("deltas.json")
  }

  /// Reads the log of changes; a log that is missing or damaged starts anew under another epoch.
  ///
  /// - Parameter epoch: The name of a log that starts anew.
  /// - Throws: `TargetNotesError` if a log cannot be written.
  /// - Returns: The log.
  func changes(newEpoch epoch: String) throws(TargetNotesError) -> ChangeLog {
    let bytes = changeNotes.read() ?? []
    guard let log = ServerMemory.log(bytes) else {
      let log = ChangeLog(epoch: epoch)
      try rewrite(log)
      return log
    }
    // The next change must not continue a line that a crash has cut.
    if bytes.last != UInt8(ascii: "\n") { try rewrite(log) }
    return log
  }

  /// Adds changes to the log, durably.
  func append(_ records: [ChangeRecord]) throws(TargetNotesError) {
    try changeNotes.append(records.flatMap(NoteLine.bytes))
  }

  /// Writes the log anew, with what is remembered only.
  func rewrite(_ log: ChangeLog) throws(TargetNotesError) {
    let head = NoteLine.bytes(Head(format: 1, epoch: log.end.epoch))
    try changeNotes.replace(with: head + log.records.flatMap(NoteLine.bytes))
  }

  /// Writes the log anew if its notes hold much more than what is remembered.
  func rewriteIfLong(_ log: ChangeLog) throws(TargetNotesError) {
    // Four times 300 bytes a change: the notes are read at each start.
    if changeNotes.byteCount > 1_200 * ChangeLog.capacity { try rewrite(log) }
  }

  /// Reads what deltas can start from; nothing if the notes are missing or damaged.
  func deltas() -> DeltaHistories {
    // Silence is right: losing it costs one whole document for each client.
    let histories = deltaNotes.read().flatMap {
      try? JSONDecoder().decode(DeltaHistories.self, from: Data($0))
    }
    return histories ?? DeltaHistories()
  }

  /// Writes what deltas can start from.
  func save(_ deltas: DeltaHistories) throws(TargetNotesError) {
    try deltaNotes.replace(with: NoteLine.bytes(deltas))
  }

  private static func log(_ bytes: [UInt8]) -> ChangeLog? {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    // A line without its end was cut by a crash, before any client learned of the change.
    if bytes.last != UInt8(ascii: "\n"), !lines.isEmpty { lines.removeLast() }
    let decoder = JSONDecoder()
    // Silence is right: any damage means a new log under another epoch.
    guard let first = lines.first,
      let head = try? decoder.decode(Head.self, from: Data(first)), head.format == 1
    else { return nil }
    var records: [ChangeRecord] = []
    for line in lines.dropFirst().suffix(ChangeLog.capacity) {
      // Silence is right, as above.
      guard let record = try? decoder.decode(ChangeRecord.self, from: Data(line)),
        records.last.map({ $0.number + 1 == record.number }) ?? (record.number > 0)
      else { return nil }
      records.append(record)
    }
    return ChangeLog(epoch: head.epoch, records: records)
  }
}

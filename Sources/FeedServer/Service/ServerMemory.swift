import FoundationEssentials
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two files in which the server remembers over a restart what it has told clients.
///
/// `changes.jsonl` has a line a change after a line with the epoch, is appended to before a change is told, and is
/// written anew now and then. `deltas.json` is a convenience: without it each client gets one whole document.
/// Calls block.
struct ServerMemory: Sendable {
  private struct Head: Codable {
    /// Another layout of the lines is another number.
    var format: Int
    var epoch: String
  }

  /// The directory, which is made if it is missing.
  let directory: String

  private var changesPath: String { directory + "/changes.jsonl" }
  private var deltasPath: String { directory + "/deltas.json" }

  /// Reads the log of changes; a log that is missing or damaged starts anew under another epoch.
  ///
  /// - Parameter epoch: The name of a log that starts anew.
  /// - Throws: `FeedServerError` if a new log cannot be written.
  /// - Returns: The log.
  func changes(newEpoch epoch: String) throws(FeedServerError) -> ChangeLog {
    if let log = readChanges() { return log }
    let log = ChangeLog(epoch: epoch)
    try rewrite(log)
    return log
  }

  /// Adds changes to the log, durably.
  func append(_ records: [ChangeRecord], to log: ChangeLog) throws(FeedServerError) {
    var lines: [UInt8] = []
    for record in records { lines += ServerMemory.line(record) }
    try write(lines, to: changesPath, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  /// Writes the log anew, with what is remembered only.
  func rewrite(_ log: ChangeLog) throws(FeedServerError) {
    var lines = ServerMemory.line(Head(format: 1, epoch: log.end.epoch))
    for record in log.records { lines += ServerMemory.line(record) }
    try replace(changesPath, with: lines)
  }

  /// Writes the log anew if its file holds much more than what is remembered.
  func rewriteIfLong(_ log: ChangeLog) throws(FeedServerError) {
    var status = stat()
    // Four times 300 bytes a change: the file is read at each start.
    guard stat(changesPath, &status) == 0, status.st_size > 1_200 * ChangeLog.capacity else {
      return
    }
    try rewrite(log)
  }

  /// Reads what deltas can start from; nothing if the file is missing or damaged.
  func deltas() -> DeltaHistories {
    guard let bytes = read(deltasPath) else { return DeltaHistories() }
    // Losing it costs one whole document a client.
    let histories = try? JSONDecoder().decode(DeltaHistories.self, from: Data(bytes))
    return histories ?? DeltaHistories()
  }

  /// Writes what deltas can start from.
  func save(_ deltas: DeltaHistories) throws(FeedServerError) {
    try replace(deltasPath, with: ServerMemory.line(deltas))
  }

  private func readChanges() -> ChangeLog? {
    guard let bytes = read(changesPath) else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    // A line without its end was cut by a crash, before anybody was told.
    if bytes.last != UInt8(ascii: "\n"), !lines.isEmpty { lines.removeLast() }
    let decoder = JSONDecoder()
    // Damage, whatever it is, means a new log under another epoch.
    guard let first = lines.first,
      let head = try? decoder.decode(Head.self, from: Data(first)), head.format == 1
    else { return nil }
    var records: [ChangeRecord] = []
    for line in lines.dropFirst().suffix(ChangeLog.capacity) {
      // Damage again.
      guard let record = try? decoder.decode(ChangeRecord.self, from: Data(line)),
        records.last.map({ $0.number + 1 == record.number }) ?? (record.number > 0)
      else { return nil }
      records.append(record)
    }
    return ChangeLog(epoch: head.epoch, records: records)
  }

  private static func line(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // No value of these types can fail to encode; the trap says so if one ever does.
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a value of strings and numbers that is no JSON: \(value)")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  private func read(_ path: String) -> [UInt8]? {
    // Missing and unreadable are the same: it starts anew.
    (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(FeedServerError) {
    if mkdir(directory, 0o750) != 0, errno != EEXIST {
      throw .unwritable(path: directory, code: errno)
    }
    let temporary = path + ".new"
    try write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard rename(temporary, path) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  private func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(FeedServerError) {
    let file = open(path, flags, 0o640)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        unistdWrite(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, code: errno) }
      written += count
    }
    guard fsync(file) == 0 else { throw .unwritable(path: path, code: errno) }
  }
}

/// `write(2)`, whose name the methods above would hide.
private func unistdWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let from else { return 0 }
  return write(file, from, count)
}

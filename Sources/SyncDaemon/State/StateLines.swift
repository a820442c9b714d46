import FoundationEssentials
import NewsModel

/// Reads and writes the lines of a state file: header, records, commits.
enum StateLines {
  /// The contents of a file.
  struct Contents {
    var generation = 0
    var schema = 0
    var hasHeader = false
    /// The records of complete transactions, in order.
    var records: [StateRecord] = []
    /// The digests of the complete transactions, in order.
    var commits: [String] = []
    /// The length of the header and the complete transactions in bytes.
    var soundByteCount = 0
    /// The line at which an unfinished transaction begins, if there is one.
    var unfinished: Int?
    var lineCount = 0
  }

  private struct Header: Codable {
    struct Fields: Codable {
      var generation: Int
      var kind: String
      var schema: Int
    }
    var newsfold: Fields
  }

  private struct Commit: Codable {
    struct Fields: Codable {
      var digest: String
      var records: Int
    }
    var commit: Fields
  }

  /// The first line of a state file.
  static func header(kind: String, generation: Int, schema: Int) -> [UInt8] {
    line(Header(newsfold: .init(generation: generation, kind: kind, schema: schema)))
  }

  /// The generation in a file's header; nil if it has none.
  static func generation(of bytes: [UInt8]) -> Int? {
    let line = Data(bytes.prefix { $0 != UInt8(ascii: "\n") })
    // Silence is right: nil is an answer here, and `parse` reports what is wrong with a header.
    return (try? StateCoding.decoder().decode(Header.self, from: line))?.newsfold.generation
  }

  /// Encodes records and their commit.
  static func transaction(_ records: [StateRecord]) -> [UInt8] {
    var bytes: [UInt8] = []
    writeTransaction(records) { bytes += $0 }
    return bytes
  }

  /// The size of a part: enough for few calls, and little beside the memory of the process.
  private static let partByteCount = 1 << 20

  /// Encodes records and their commit in parts, so that they are never in memory all at once.
  ///
  /// - Returns: The digest of the records.
  @discardableResult
  static func writeTransaction<E>(
    _ records: [StateRecord], put: ([UInt8]) throws(E) -> Void
  ) throws(E) -> String {
    let encoder = StateCoding.encoder()
    var digest = RunningDigest()
    var part: [UInt8] = []
    for record in records {
      part += line(record, encoder)
      guard part.count >= partByteCount else { continue }
      digest.update(part[...])
      try put(part)
      part.removeAll(keepingCapacity: true)
    }
    digest.update(part[...])
    let commit = Commit(
      commit: .init(digest: digest.digest.hex(digits: 32), records: records.count))
    try put(part + line(commit, encoder))
    return commit.commit.digest
  }

  /// The mark of a state after one more transaction: a digest of all transactions so far.
  static func mark(_ mark: ContentDigest?, after commit: String) -> ContentDigest {
    ContentDigest((mark?.hex ?? "") + commit)
  }

  /// Reads a file.
  ///
  /// - Throws: `StateError.damaged` or `.newer`. An unfinished transaction at the end is no error
  ///   here.
  static func parse(
    _ bytes: [UInt8], path: String, kind: String, schema: Int
  ) throws(StateError) -> Contents {
    var contents = Contents()
    let decoder = StateCoding.decoder()
    var start = 0
    var transactionStart = 0
    var records: [StateRecord] = []
    while start < bytes.count {
      guard let end = lineEnd(in: bytes, from: start) else { break }
      contents.lineCount += 1
      // Nearly all lines are such records.
      if contents.hasHeader,
        let record = bytes.withUnsafeBufferPointer({
          PlainRecords.record(UnsafeBufferPointer(rebasing: $0[start..<end]))
        })
      {
        records.append(record)
        start = end + 1
        continue
      }
      let line = Data(bytes[start..<end])
      if !contents.hasHeader {
        guard let header = try? decoder.decode(Header.self, from: line).newsfold else {
          throw .damaged(path: path, line: 1, reason: "its first line is no newsfold header")
        }
        guard header.schema <= schema else {
          throw .newer(path: path, schema: header.schema, known: schema)
        }
        guard header.kind == kind, header.schema >= 1 else {
          throw .damaged(path: path, line: 1, reason: "its header is that of a \(header.kind)")
        }
        contents.generation = header.generation
        contents.schema = header.schema
        contents.hasHeader = true
        contents.soundByteCount = end + 1
        transactionStart = end + 1
      } else if line.starts(with: Array(#"{"commit":"#.utf8)) {
        // Silence is right: a commit that cannot be read is reported as one that does not fit.
        let commit = try? decoder.decode(Commit.self, from: line).commit
        var digest = RunningDigest()
        digest.update(bytes[transactionStart..<start])
        guard let commit, commit.records == records.count,
          commit.digest == digest.digest.hex(digits: 32)
        else {
          throw .damaged(
            path: path, line: contents.lineCount,
            reason: "the lines before this commit are not those that newsfold wrote")
        }
        contents.records += records
        contents.commits.append(commit.digest)
        records = []
        contents.soundByteCount = end + 1
        transactionStart = end + 1
      } else {
        do {
          records.append(try decoder.decode(StateRecord.self, from: line))
        } catch {
          // A power cut may have lost an earlier block, so that the last line of a journal is torn
          // in its middle.
          if bytes[end...].dropFirst().isEmpty { break }
          throw .damaged(
            path: path, line: contents.lineCount, reason: "it is no record: \(reason(error))")
        }
      }
      start = end + 1
    }
    if contents.soundByteCount < bytes.count {
      contents.unfinished = contents.lineCount
    }
    return contents
  }

  /// The place of the end of a line; nil if it has none.
  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      return end < bytes.count ? end : nil
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .dataCorrupted(let context): return context.debugDescription
    case .keyNotFound(let key, _): return "\"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.debugDescription
    @unknown default: return "\(error)"
    }
  }

  private static func line(
    _ value: some Encodable, _ encoder: JSONEncoder = StateCoding.encoder()
  ) -> [UInt8] {
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      // Strings, whole numbers and dates in range always encode; anything else is a mistake of this
      // program.
      preconditionFailure("state that is no JSON: \(error)")
    }
  }
}

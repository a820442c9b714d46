internal import CArchive

/// Undoes compression by libarchive, in memory and within a limit.
///
/// The bytes that come out are counted, so that a bomb costs as much as the largest file that is
/// read. One coding is undone at a time, and a file in a file is unpacked as a file of its own: no
/// chain of codings runs unseen.
enum Unpacking {
  /// A reason why bytes are not unpacked.
  enum Failure: Error, Equatable {
    /// They are damaged, or none of the coding: libarchive's words.
    case damaged(String)
    /// More comes out than the limit.
    case tooLarge
  }

  /// A coding of one file.
  enum Coding: CaseIterable {
    case gzip, zstandard, bzip2, xz

    /// The first bytes of a file of this coding.
    var magic: [UInt8] {
      switch self {
      case .gzip: [0x1F, 0x8B]
      case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
      case .bzip2: Array("BZh".utf8)
      case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
      }
    }

    fileprivate var filter: Int32 {
      switch self {
      case .gzip: ARCHIVE_FILTER_GZIP
      case .zstandard: ARCHIVE_FILTER_ZSTD
      case .bzip2: ARCHIVE_FILTER_BZIP2
      case .xz: ARCHIVE_FILTER_XZ
      }
    }
  }

  /// The most members: a docx has a dozen parts and its pictures; an archive with more than this is
  /// no document.
  private static let memberLimit = 10_000

  /// Undoes one coding; several members one after the other are one file.
  static func decompressed(
    _ bytes: [UInt8], _ coding: Coding, limit: Int
  ) throws(Failure) -> [UInt8] {
    guard let archive = archive_read_new() else { throw .damaged("no memory left") }
    defer { archive_read_free(archive) }
    archive_read_append_filter(archive, coding.filter)
    archive_read_support_format_raw(archive)
    let result: Result<[UInt8], Failure> = bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        return .failure(.damaged(words(archive)))
      }
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      // Nothing at all is inside.
      if status == ARCHIVE_EOF { return .success([]) }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        return .failure(.damaged(words(archive)))
      }
      return contents(archive, limit: limit)
    }
    return try result.get()
  }

  /// Undoes the coding `deflate` of HTTP (RFC 9110 §8.4.1.2): zlib's, or its bare data, which some
  /// servers send.
  static func inflated(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    let isZlib =
      bytes.count > 6 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    let data = isZlib ? bytes.dropFirst(2).dropLast(4) : bytes[...]
    // libarchive reads it in the frame of gzip, whose checksum it passes over.
    let frame: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    return try decompressed(frame + data + [UInt8](repeating: 0, count: 8), .gzip, limit: limit)
  }

  /// Unpacks those members of a zip archive that are wanted.
  ///
  /// - Parameters:
  ///   - bytes: The archive.
  ///   - wanted: The names of the members.
  ///   - limit: The most bytes of all members together, unpacked.
  /// - Throws: `Failure`.
  /// - Returns: The members that are there, and the names of the first few others.
  static func members(
    ofZip bytes: [UInt8], named wanted: Set<String>, limit: Int
  ) throws(Failure) -> (found: [String: [UInt8]], others: [String]) {
    guard let archive = archive_read_new() else { throw .damaged("no memory left") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    typealias Members = (found: [String: [UInt8]], others: [String])
    let result: Result<Members, Failure> = bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        return .failure(.damaged(words(archive)))
      }
      var members: Members = ([:], [])
      var entry: OpaquePointer?
      var left = limit
      for _ in 0..<memberLimit {
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return .success(members) }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
          return members.found.isEmpty ? .failure(.damaged(words(archive))) : .success(members)
        }
        let name = archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
        guard wanted.contains(name), members.found[name] == nil else {
          if members.others.count < 20 { members.others.append(name) }
          continue
        }
        switch contents(archive, limit: left) {
        case .success(let contents):
          left -= contents.count
          members.found[name] = contents
        case .failure(let failure): return .failure(failure)
        }
        if members.found.count == wanted.count { return .success(members) }
      }
      return .success(members)
    }
    return try result.get()
  }

  private static func contents(
    _ archive: OpaquePointer, limit: Int
  ) -> Result<[UInt8], Failure> {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = piece.withUnsafeMutableBytes { buffer in
        archive_read_data(archive, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return .success(result) }
      guard count > 0 else { return .failure(.damaged(words(archive))) }
      guard result.count + count <= limit else { return .failure(.tooLarge) }
      result += piece[..<count]
    }
  }

  private static func words(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be unpacked"
  }
}

extension Unpacking.Failure {
  /// The problem of the article file.
  func problem(limit: Int) -> ArticleError.Problem {
    switch self {
    case .damaged(let words): .damaged("it cannot be unpacked: \(words)")
    case .tooLarge: .tooMuch("unpacked it has more than \(limit) bytes")
    }
  }
}

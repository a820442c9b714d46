/// The catalogue of one archive document as a file beside it, so that a start reads no archived
/// JSON.
///
/// It holds nothing that the document does not say: a line of text with the document's digest, then
/// 64-bit numbers, the least significant byte first. An index that is missing, cut short or of
/// another document is made again.
enum ArchiveIndexFile {
  private static let title = "newsfold archive index 1"

  /// Encodes an index.
  static func bytes(_ catalogue: ArchiveCatalogue, digest: String) -> [UInt8] {
    var bytes = Array(
      "\(title) \(digest) \(catalogue.files.count) \(catalogue.names.count)\n".utf8)
    func put(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    for file in catalogue.files {
      put(file.path)
      put(UInt64(bitPattern: file.byteCount))
      put(UInt64(bitPattern: file.modified))
    }
    for name in catalogue.names { put(name.key) }
    return bytes
  }

  /// Reads an index.
  ///
  /// - Returns: Nil if the index is damaged or belongs to another document.
  static func catalogue(_ bytes: [UInt8], document: Int, digest: String) -> ArchiveCatalogue? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 7, words[..<4].joined(separator: " ") == title, words[4] == digest,
      let fileCount = Int(words[5]), let nameCount = Int(words[6]), fileCount >= 0, nameCount >= 0,
      // Checked first, so that the counts of a damaged file cannot overflow.
      fileCount <= bytes.count, nameCount <= bytes.count,
      bytes.count == end + 1 + fileCount * 24 + nameCount * 8
    else { return nil }
    var place = end + 1
    func nextNumber() -> UInt64 {
      var value: UInt64 = 0
      for offset in 0..<8 { value |= UInt64(bytes[place + offset]) << UInt64(offset * 8) }
      place += 8
      return value
    }
    var files: [ArchiveCatalogue.File] = []
    files.reserveCapacity(fileCount)
    for _ in 0..<fileCount {
      files.append(
        ArchiveCatalogue.File(
          path: nextNumber(), byteCount: Int64(bitPattern: nextNumber()),
          modified: Int64(bitPattern: nextNumber()),
          document: Int64(document)))
    }
    var names: [ArchiveCatalogue.Name] = []
    names.reserveCapacity(nameCount)
    for _ in 0..<nameCount {
      names.append(ArchiveCatalogue.Name(key: nextNumber(), document: Int64(document)))
    }
    return ArchiveCatalogue(files: files, names: names)
  }
}

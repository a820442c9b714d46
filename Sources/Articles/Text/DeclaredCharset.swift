/// The charset that a page declares in its first bytes.
enum DeclaredCharset {
  /// WHATWG HTML §4.2.5.4 asks for it in the first 1,024 bytes; pages put it later.
  private static let reach = 4_096

  static func read(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(reach)
    return name(after: "charset", in: head) ?? name(after: "encoding", in: head)
  }

  /// The name behind a mark, `=` and perhaps a quotation mark.
  private static func name(after mark: StaticString, in head: ArraySlice<UInt8>) -> String? {
    let length = mark.utf8CodeUnitCount
    guard head.count > length else { return nil }
    for start in head.startIndex..<(head.endIndex - length) {
      var matched = 0
      while matched < length, head[start + matched] | 0x20 == mark.utf8Start[matched] {
        matched += 1
      }
      guard matched == length else { continue }
      let value = head[(start + length)...].drop { isSpace($0) }
      guard value.first == 0x3D else { continue }
      let name = value.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        .prefix { isName($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self).lowercased() }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x5F
  }
}

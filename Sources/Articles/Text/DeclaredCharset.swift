/// The charset that a page declares in its first bytes.
enum DeclaredCharset {
  /// WHATWG HTML §4.2.5.4 asks for it in the first 1,024 bytes; pages put it later.
  private static let reach = 4_096

  static func read(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(reach), as: UTF8.self).lowercased()
    for mark in ["charset", "encoding"] {
      var rest = head[...]
      while let range = rest.firstRange(of: mark) {
        rest = rest[range.upperBound...]
        let value = rest.drop { $0.isWhitespace }
        guard value.first == "=" else { continue }
        let name = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
          .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        if !name.isEmpty { return String(name) }
      }
    }
    return nil
  }
}

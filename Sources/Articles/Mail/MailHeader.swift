/// The header of a message or of one of its parts (RFC 5322 §2.2, RFC 2045 §3).
struct MailHeader {
  private var fields: [(name: String, value: String)] = []

  /// The most bytes of a header: no program writes longer ones.
  private static let byteLimit = 262_144

  /// Reads the header at the beginning of some bytes.
  ///
  /// - Returns: The header, and the place where the body begins.
  static func read(_ bytes: ArraySlice<UInt8>) -> (header: MailHeader, body: Int) {
    var header = MailHeader()
    var index = bytes.startIndex
    var current: (name: String, value: [UInt8])?
    func keep() {
      guard let field = current else { return }
      header.fields.append((field.name, MailWords.decoded(field.value)))
    }
    while index < bytes.endIndex, index - bytes.startIndex < byteLimit {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line.removeLast() }
      let next = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        keep()
        return (header, next)
      }
      if let first = line.first, first == 0x20 || first == 0x09 {
        current?.value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
      } else if let colon = line.firstIndex(of: 0x3A), isName(line[..<colon]) {
        keep()
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        current = (name, Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }))
      } else {
        // No header line: the body begins without a blank one.
        keep()
        return (header, index)
      }
      index = next
    }
    keep()
    return (header, index)
  }

  /// The value of a field, encoded words decoded; nil if there is none, or a blank one.
  subscript(name: String) -> String? {
    fields.first { $0.name == name && $0.value.contains { !$0.isWhitespace } }?.value
  }

  /// Whether there is no field at all.
  var isEmpty: Bool { fields.isEmpty }

  /// A parameter of a field: `boundary` of `multipart/mixed; boundary="x"` (RFC 2045 §5.1).
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    var rest = value[...]
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...].drop { $0.isWhitespace }
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let key = rest[..<equals].trimmingWhitespace().lowercased()
      let stated = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      let found: Substring
      if stated.first == "\"" {
        found = stated.dropFirst().prefix { $0 != "\"" }
        rest = stated.dropFirst(found.count + 1)
      } else {
        found = stated.prefix { $0 != ";" && !$0.isWhitespace }
        rest = stated.dropFirst(found.count)
      }
      if key == parameter || key == parameter + "*" { return String(found) }
    }
    return nil
  }

  /// The media type that is stated, in lower case; text without one.
  var mediaType: String {
    let value = self["content-type"] ?? "text/plain"
    return value.prefix { $0 != ";" }.trimmingWhitespace().lowercased()
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count <= 78 && bytes.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

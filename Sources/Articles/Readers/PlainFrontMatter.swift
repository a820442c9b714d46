/// Reads front matter line by line, where YAML cannot: `title: Bridge: closed for eleven weeks`.
enum PlainFrontMatter {
  /// The fields of lines `key: value`, and of lists below a key without a value.
  ///
  /// - Returns: Nil if some line is neither.
  static func fields(_ text: String) -> FieldValue? {
    var fields: [FieldValue.Field] = []
    var list: [FieldValue]?
    for line in text.split(separator: "\n") {
      let bare = line.trimmingWhitespace()
      if bare.isEmpty || bare.hasPrefix("#") { continue }
      if bare.hasPrefix("- "), !fields.isEmpty, list != nil {
        list?.append(.string(unquoted(bare.dropFirst(2).trimmingWhitespace())))
        fields[fields.count - 1].value = .array(list ?? [])
        continue
      }
      // A nested mapping says nothing that an article has.
      if line.first?.isWhitespace == true { continue }
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingWhitespace()
      // `[Video] Ferry aground` is a title; what is opened and never closed is a mistake, and goes
      // on below.
      if let close = Self.closing[value.first ?? " "], !value.dropFirst().contains(close) {
        return nil
      }
      list = value.isEmpty ? [] : nil
      fields.append(
        .init(key: line[..<colon].trimmingWhitespace(), value: .string(unquoted(value))))
    }
    return .object(fields)
  }

  private static let closing: [Character: Character] = ["[": "]", "{": "}", "\"": "\"", "'": "'"]

  /// The value of a key that begins with an exclamation mark, which YAML takes for the name of a
  /// type.
  static func exclamations(_ text: String) -> [String: String] {
    var found: [String: String] = [:]
    for line in text.split(separator: "\n") where line.first?.isWhitespace == false {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingWhitespace()
      if value.hasPrefix("!"), !value.hasPrefix("!!") { found[String(line[..<colon])] = value }
    }
    return found
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == text.last, "\"'".contains(first) else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

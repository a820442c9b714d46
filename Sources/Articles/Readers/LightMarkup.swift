/// A markup language of plain text beside Markdown.
enum LightMarkup {
  case restructuredText, asciiDoc, org

  /// A field that a line states; nil if it states none.
  func field(_ line: Substring) -> FieldValue.Field? {
    let prefix: Character = self == .org ? "#" : ":"
    guard line.first == prefix else { return nil }
    let rest = self == .org ? (line.hasPrefix("#+") ? line.dropFirst(2) : "") : line.dropFirst()
    guard let colon = rest.firstIndex(of: ":"), colon != rest.startIndex else { return nil }
    let key = rest[..<colon]
    let value = rest[rest.index(after: colon)...].trimmingWhitespace()
    guard key.count <= 30, !key.contains("`") else { return nil }
    return .init(
      key: String(key), value: .string(self == .org ? value.filter { !"<>[]".contains($0) } : value)
    )
  }

  /// Whether a line is for programs alone: comments, directives, marks of blocks, drawers.
  func isSilent(_ line: Substring) -> Bool {
    switch self {
    case .restructuredText: line.hasPrefix("..") || line == "::"
    case .asciiDoc:
      line.hasPrefix("//") || line.hasPrefix("[") && line.hasSuffix("]") || isRule(line)
        || line.hasPrefix("image::") || line.hasPrefix("include::") || line.hasPrefix("toc::")
    case .org:
      line.hasPrefix("#+") || line.hasPrefix("# ") || line == "#"
        || line.hasPrefix(":") && line.hasSuffix(":") && !line.dropFirst().dropLast().contains(" ")
    }
  }

  /// The text of a heading; nil if the line is none.
  func heading(_ line: Substring) -> String? {
    let mark: Character = self == .asciiDoc ? "=" : "*"
    guard self != .restructuredText, line.first == mark else { return nil }
    let rest = line.drop { $0 == mark }
    return rest.first == " " ? rest.trimmingWhitespace() : nil
  }

  /// Whether a line consists of one mark alone: an underline, the edge of a block.
  func isRule(_ line: Substring) -> Bool {
    guard line.count >= 3, let first = line.first, first.isASCII,
      !first.isLetter, !first.isNumber, first != " "
    else { return false }
    return line.allSatisfy { $0 == first }
  }
}

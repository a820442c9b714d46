/// A way through nested values: `fields.headline`, `tags[type=contributor].webTitle`, `body_*`.
///
/// Lists on the way are gone through member by member, so that a path may lead to many values.
struct FieldPath: Hashable, Sendable, ExpressibleByStringLiteral {
  private let steps: [(key: String, filter: (key: String, value: String)?)]
  /// The path as it is written.
  let text: String

  init(stringLiteral text: String) {
    self.init(text)
  }

  /// Reads a path; a setting may have any text here.
  init(_ text: String) {
    self.text = text
    steps = Self.parts(of: text).map { part in
      guard let open = part.firstIndex(of: "["), part.last == "]" else {
        return (String(part), nil)
      }
      let filter = part[part.index(after: open)...].dropLast().split(separator: "=", maxSplits: 1)
      guard filter.count == 2 else { return (String(part[..<open]), nil) }
      return (String(part[..<open]), (String(filter[0]), String(filter[1])))
    }
  }

  /// The steps as they are written: parted at dots, but for those in brackets (`[type=x/vnd.y]`).
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var isInBrackets = false
    for index in text.indices {
      switch text[index] {
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "." where !isInBrackets:
        if start < index { parts.append(text[start..<index]) }
        start = text.index(after: index)
      default: break
      }
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  /// The most members of a list that a path leads through.
  private static let limit = 1_000

  /// The values that the path leads to, null left out.
  func values(in value: FieldValue) -> [FieldValue] {
    var found = [value]
    for step in steps {
      found = Array(
        found.lazy.flatMap { $0.members }.flatMap { Self.values(of: step.key, in: $0) }
          .flatMap { $0.members }
          .filter { member in
            guard let filter = step.filter else { return true }
            return member[filter.key]?.text?.lowercased() == filter.value.lowercased()
          }.prefix(Self.limit))
    }
    return found
  }

  /// The values of a key; of each that begins so if the key ends in `*`.
  private static func values(of key: String, in value: FieldValue) -> [FieldValue] {
    guard key.hasSuffix("*") else { return value[key].map { [$0] } ?? [] }
    guard case .object(let fields) = value else { return [] }
    let beginning = key.dropLast()
    return fields.filter { $0.key.hasPrefix(beginning) }.map(\.value)
  }

  static func == (first: FieldPath, second: FieldPath) -> Bool { first.text == second.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

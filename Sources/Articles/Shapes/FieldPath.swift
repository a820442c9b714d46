/// A way through nested values: `fields.headline`, `tags[type=contributor].webTitle`.
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
    steps = text.split(separator: ".").map { part in
      guard let open = part.firstIndex(of: "["), part.last == "]" else {
        return (String(part), nil)
      }
      let filter = part[part.index(after: open)...].dropLast().split(separator: "=", maxSplits: 1)
      guard filter.count == 2 else { return (String(part[..<open]), nil) }
      return (String(part[..<open]), (String(filter[0]), String(filter[1])))
    }
  }

  /// The most members of a list that a path leads through.
  private static let limit = 1_000

  /// The values that the path leads to, null left out.
  func values(in value: FieldValue) -> [FieldValue] {
    var found = [value]
    for step in steps {
      found = Array(
        found.lazy.flatMap { $0.members }.compactMap { $0[step.key] }.flatMap { $0.members }
          .filter { member in
            guard let filter = step.filter else { return true }
            return member[filter.key]?.text == filter.value
          }.prefix(Self.limit))
    }
    return found
  }

  static func == (first: FieldPath, second: FieldPath) -> Bool { first.text == second.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

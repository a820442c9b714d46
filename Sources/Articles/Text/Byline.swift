import NewsModel

/// Names of authors as bylines write them.
enum Byline {
  /// `By Ann Ames and Bo Berg, Science Editor` names Ann Ames and Bo Berg.
  static func people(_ text: String) -> [Person] {
    var rest = CleanText.line(text)
    for prefix in ["By ", "by ", "BY ", "Von ", "Par ", "Por "] where rest.hasPrefix(prefix) {
      rest.removeFirst(prefix.count)
    }
    // `mail@example.org (Ann Ames)`, RSS 2.0's author.
    if rest.hasSuffix(")"), let open = rest.firstIndex(of: "("), rest[..<open].contains("@") {
      let name = rest[rest.index(after: open)...].dropLast().trimmingWhitespace()
      let email = rest[..<open].trimmingWhitespace()
      return name.isEmpty ? [] : [Person(name: name, email: email)]
    }
    if WebAddress(rest) != nil { return [] }
    for word in [" and ", " und ", " et ", " y ", " & "] where rest.contains(word) {
      rest = rest.replacing(word, with: ",")
    }
    let parts = rest.split { ",;|".contains($0) }
    return parts.map { $0.trimmingWhitespace() }.filter { name in
      let last = name.split(separator: " ").last?.lowercased() ?? ""
      return !name.isEmpty && name.count <= 60 && !roles.contains(last) && !name.contains("@")
    }.prefix(20).map { Person(name: $0) }
  }

  private static let roles: Set = [
    "editor", "correspondent", "reporter", "writer", "chief", "contributor", "columnist", "analyst",
  ]
}

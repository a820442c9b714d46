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
    if let match = rest.wholeMatch(of: #/(\S+@\S+)\s+\((.+)\)/#) {
      return [Person(name: String(match.2), email: String(match.1))]
    }
    if WebAddress(rest) != nil { return [] }
    let parts = rest.split(separator: #/\s*(?:,|;|\band\b|\bund\b|&|\||\bet\b)\s*/#)
    return parts.map { $0.trimmingWhitespace() }.filter { name in
      let last = name.split(separator: " ").last?.lowercased() ?? ""
      return !name.isEmpty && name.count <= 60 && !roles.contains(last) && !name.contains("@")
    }.prefix(20).map { Person(name: $0) }
  }

  private static let roles: Set = [
    "editor", "correspondent", "reporter", "writer", "chief", "contributor", "columnist", "analyst",
  ]
}

import NewsModel

/// The short plain texts of an entry, as all formats give them.
enum EntryWords {
  /// The summary; where the extent or the article leaves none, the sources in a line.
  static func summary(of entry: Entry, content: EntryContent) -> String {
    if content.extent != .headline, !entry.summary.isEmpty { return entry.summary }
    let outlets = entry.coverage.map { content.phrases.name(of: $0.outlet) }
    var named: [String] = []
    for outlet in outlets where !named.contains(outlet) { named.append(outlet) }
    return "\(content.sourceCount): \(named.joined(separator: ", "))"
  }

  /// How many sources a story has, and beside them how many articles only repeat one.
  static func sourceCount(of entry: Entry, _ phrases: Phrases) -> String {
    let sources = phrases.sources(entry.sourceCount)
    let repeats = entry.coverage.count - entry.sourceCount
    return repeats > 0 ? "\(sources), \(phrases.repeats(repeats))" : sources
  }

  /// Who wrote the entry: the canonical article's authors, else its outlet.
  static func authors(of entry: Entry) -> [Person] {
    let named = entry.authors.filter { !$0.name.isEmpty }
    if !named.isEmpty { return named }
    guard let outlet = entry.canonical?.outlet, !outlet.isEmpty else { return [] }
    return [Person(name: outlet)]
  }

  /// A text for places that hold plain text by their standard but that readers take for HTML (RSS `title`, JSON Feed
  /// `title` and `summary`): what looks like a tag gets other brackets, what looks like a reference a full ampersand.
  static func unmistakable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var result = ""
    var rest = Substring(text)
    var isInTag = false
    while let first = rest.first {
      rest.removeFirst()
      let next = rest.unicodeScalars.first
      switch first {
      case "<" where next.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" } ?? false:
        result.append("‹")
        isInTag = true
      case ">" where isInTag:
        result.append("›")
        isInTag = false
      case "&" where isReference(rest):
        // U+FF06 FULLWIDTH AMPERSAND: the same sign, and no reference.
        result.append("＆")
      default:
        result.append(first)
      }
    }
    return result
  }

  /// Whether what follows an ampersand makes it a reference: a number, a name with its semicolon, or a name that is
  /// known without one.
  private static func isReference(_ rest: Substring) -> Bool {
    guard let first = rest.unicodeScalars.first, first.isASCII else { return false }
    if first == "#" || first.properties.numericType != nil { return true }
    // The longest name of an HTML reference has 31 letters.
    let name = rest.prefix(32).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !name.isEmpty else { return false }
    return rest.dropFirst(name.count).first == ";" || HTMLReferenceName.all.contains(String(name))
  }
}

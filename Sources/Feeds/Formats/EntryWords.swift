import NewsModel

/// The short plain texts of an entry, as all formats give them.
enum EntryWords {
  /// The summary; where the extent or the article leaves none, the sources in a line.
  static func summary(of entry: Entry, content: EntryContent) -> String {
    if content.extent != .headline, !entry.summary.isEmpty { return entry.summary }
    let outlets = entry.coverage.map { content.phrases.name(of: $0.outlet) }
    var named: [String] = []
    for outlet in outlets where !named.contains(outlet) { named.append(outlet) }
    return "\(content.phrases.sources(entry.coverage.count)): \(named.joined(separator: ", "))"
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
    while let first = rest.first {
      rest.removeFirst()
      let next = rest.unicodeScalars.first
      if first == "<", let next, next.properties.isAlphabetic || next == "/" || next == "!" {
        result.append("‹")
        if let end = rest.firstIndex(of: ">") {
          result += rest[..<end] + "›"
          rest = rest[rest.index(after: end)...]
        }
      } else if first == "&", isReference(rest) {
        // U+FF06 FULLWIDTH AMPERSAND: the same sign, and no reference.
        result.append("＆")
      } else {
        result.append(first)
      }
    }
    return result
  }

  private static func isReference(_ rest: Substring) -> Bool {
    // The longest name of an HTML reference has 31 letters.
    let name = rest.prefix(33).prefix { $0 != ";" }
    guard rest.dropFirst(name.count).first == ";", !name.isEmpty else { return false }
    return name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
  }
}

import NewsModel

/// The short plain texts of an entry, as all formats give them.
enum EntryWords {
  /// Outlets that a line names: as many as rows of a list stand in view.
  private static let mostNamed = FoldedRows.shown

  /// The summary; where the extent or the article leaves none, the sources in a line.
  static func summary(of entry: Entry, content: EntryContent) -> String {
    if content.extent != .headline, !entry.summary.isEmpty { return entry.summary }
    var seen: Set<String> = []
    let named = entry.coverage.map { content.phrases.name(of: $0.outlet) }
      .filter { seen.insert($0).inserted }
    let rest = named.count - mostNamed
    let names = named.prefix(mostNamed).joined(separator: ", ")
    return "\(content.sourceCount): \(names)"
      + (rest > 0 ? ", \(content.phrases.more(rest))" : "")
  }

  /// The number of sources of a story, and beside it the number of articles that only repeat one.
  static func sourceCount(of entry: Entry, _ phrases: Phrases) -> String {
    let sources = phrases.sources(entry.sourceCount)
    let repeats = entry.coverage.count - entry.sourceCount
    return repeats > 0 ? "\(sources), \(phrases.repeats(repeats))" : sources
  }

  /// Who wrote the entry: the canonical article's authors, else its outlet.
  static func authors(of entry: Entry) -> [Person] {
    let named = entry.authors.filter { LegibleText.isLegible($0.name) }
    if !named.isEmpty { return named }
    guard let outlet = entry.canonical?.outlet, LegibleText.isLegible(outlet) else { return [] }
    return [Person(name: outlet)]
  }

  /// A text for places that hold plain text by their standard but that readers take for HTML (RSS
  /// `title`, JSON Feed `title` and `summary`): what looks like a tag gets other brackets, what
  /// looks like a reference a full ampersand.
  ///
  /// Readers drop characters that they cannot show, and what stands behind one then stands behind
  /// the bracket. So the text is judged without the characters that no document holds, scalar by
  /// scalar (a mark joins a bracket to one `Character`), and a bracket before anything but a space,
  /// a digit, `=` and `-` counts as one that opens a tag.
  static func unmistakable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    let scalars = text.unicodeScalars.filter(LegibleText.mayStand)
    var result = String.UnicodeScalarView()
    var isInTag = false
    for (index, scalar) in zip(scalars.indices, scalars) {
      let rest = scalars[scalars.index(after: index)...]
      switch scalar {
      case "<" where rest.first.map(opensTag) ?? false:
        result.append("‹")
        isInTag = true
      case ">" where isInTag:
        result.append("›")
        isInTag = false
      case "&" where isReference(rest):
        // U+FF06 FULLWIDTH AMPERSAND: the same sign, and no reference.
        result.append("＆")
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a bracket before this character is a tag's (WHATWG HTML §13.2.5.6), or could be one's
  /// to some reader.
  private static func opensTag(_ next: Unicode.Scalar) -> Bool {
    // "<3", "a < b", "<= 5", "<- there" are what people write; whatever else stands there, some
    // reader drops it.
    !" 0123456789=-".unicodeScalars.contains(next)
  }

  /// Whether what follows an ampersand makes it a reference: a number, a name with its semicolon,
  /// or a name that is known without one; or something between that a reader may drop.
  ///
  /// A name has two letters at least (WHATWG HTML §13.5): `R&D; labs` holds none.
  private static func isReference(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let first = rest.first else { return false }
    if !first.isASCII { return first.properties.isDefaultIgnorableCodePoint }
    if first == "#" || first.properties.numericType != nil { return true }
    // The longest name of an HTML reference has 31 letters.
    let name = rest.prefix(32).prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    guard !name.isEmpty else { return false }
    return (name.count > 1 && rest.dropFirst(name.count).first == ";")
      || HTMLReferenceName.all.contains(String(String.UnicodeScalarView(name)))
  }
}

/// The metadata above a text, in the forms of the common site generators.
enum FrontMatterBlock {
  /// YAML between lines of three dashes (Jekyll, Hugo, Zola, most others).
  case yaml(String)
  /// TOML between lines of three pluses (Hugo, Zola).
  case toml(String)
  /// A JSON object before everything else (Hugo).
  case json(String)
  /// `Title: …` lines down to the first blank one (Pelican, MultiMarkdown).
  case lines([FieldValue.Field])

  /// Parts a text.
  static func split(_ text: String) -> (block: FrontMatterBlock?, body: String) {
    let lines = usual(CleanText.normalizedLineEnds(text))
    for (open, close) in [("---toml\n", "\n---"), ("---json\n", "\n---"), (";;;\n", "\n;;;")]
    where lines.hasPrefix(open) {
      guard let end = lines.dropFirst(open.count - 1).firstRange(of: close) else { break }
      let inner = String(lines.dropFirst(open.count)[..<end.lowerBound])
      let rest = String(lines[end.upperBound...].drop { $0 != "\n" }.dropFirst())
      return (open == "---toml\n" ? .toml(inner) : .json(inner), rest)
    }
    if lines.hasPrefix("+++\n") {
      let start = lines.index(lines.startIndex, offsetBy: 3)
      guard let end = lines[start...].firstRange(of: "\n+++") else { return (nil, lines) }
      let rest = lines[end.upperBound...].drop { $0 != "\n" }.dropFirst()
      return (.toml(String(lines[start..<end.lowerBound])), String(rest))
    }
    if lines.hasPrefix("{"), let end = JSONExtent.end(of: lines) {
      return (.json(String(lines[..<end])), String(lines[end...]))
    }
    let (yaml, body) = FrontMatter.split(lines)
    if let yaml { return (.yaml(yaml), body) }
    return head(of: body).map { (.lines($0.fields), $0.body) } ?? (nil, body)
  }

  /// A text without blank lines before its front matter, whose dashes may be more than three.
  private static func usual(_ text: String) -> String {
    let start = text.drop { $0 == "\n" || $0 == " " || $0 == "\t" }
    guard start.hasPrefix("---") else { return text }
    let dashes = start.prefix { $0 == "-" }
    guard dashes.count > 3 || start.startIndex > text.startIndex,
      start[dashes.endIndex...].first == "\n",
      let end = start[dashes.endIndex...].firstRange(of: "\n" + dashes + "\n"),
      start[dashes.endIndex..<end.lowerBound].contains(":")
    else { return text }
    return "---" + start[dashes.endIndex..<end.lowerBound] + "\n---\n" + start[end.upperBound...]
  }

  /// Metadata lines without a mark: at least two, a title among them, each of a name that articles
  /// have.
  private static func head(of text: String) -> (fields: [FieldValue.Field], body: String)? {
    var fields: [FieldValue.Field] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      let line = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if line.allSatisfy(\.isWhitespace) { break }
      // A value goes on in lines that are indented.
      if line.first?.isWhitespace == true, let last = fields.last?.value.text {
        // A summary goes on for a few lines; more is a text.
        guard last.utf8.count <= 2_000 else { return nil }
        fields[fields.count - 1].value = .string(last + " " + line.trimmingWhitespace())
        continue
      }
      guard let colon = line.firstIndex(of: ":"), line[..<colon].count <= 24,
        line.first?.isLetter == true, !line[..<colon].contains(" ") || fields.count > 0
      else { return nil }
      fields.append(
        .init(
          key: String(line[..<colon]),
          value: .string(line[line.index(after: colon)...].trimmingWhitespace())))
      guard fields.count <= 40 else { return nil }
    }
    let names = fields.map { FieldNames.folded($0.key) }
    guard fields.count >= 2, names.contains("title"), names.allSatisfy(known.contains) else {
      return nil
    }
    return (fields, String(rest))
  }

  private static let known: Set<String> = Set(
    FieldNames.title + FieldNames.url + FieldNames.summary + FieldNames.published
      + FieldNames.modified + FieldNames.outlet + FieldNames.authors + FieldNames.tags
      + FieldNames.language + FieldNames.pictures + [
        "slug", "status", "template", "saveas", "draft", "series", "translation", "layout", "css",
        "copyright", "email", "affiliation", "keywords", "comment", "comments", "related",
        "license",
      ])
}

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
    let lines = CleanText.normalizedLineEnds(text)
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

  /// Metadata lines without a mark: at least two, a title among them, each of a name that articles
  /// have.
  private static func head(of text: String) -> (fields: [FieldValue.Field], body: String)? {
    var fields: [FieldValue.Field] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      let line = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if line.allSatisfy(\.isWhitespace) { break }
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

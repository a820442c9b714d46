import NewsModel

/// Saves fields from broken JSON-LD: a quotation mark in a headline breaks it for every parser.
enum DamagedJSON {
  /// The article's fields that stand alone in the text: dates, a person's name behind `author`.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  static func article(in text: String) -> FieldValue? {
    guard text.utf8.contains("Article".utf8) else { return nil }
    var fields: [FieldValue.Field] = []
    for key in ["datePublished", "dateModified", "inLanguage"] {
      if let value = string(after: "\"\(key)\"", in: text[...]) {
        fields.append(FieldValue.Field(key: key, value: .string(value)))
      }
    }
    if let author = text.firstRange(of: "\"author\"") {
      // A name stands within a hundred letters, behind a type and an address.
      let near = text[author.upperBound...].prefix(300)
      if let name = string(after: "\"name\"", in: near) {
        fields.append(FieldValue.Field(key: "author", value: .string(name)))
      }
    }
    return fields.isEmpty ? nil : .object(fields)
  }

  /// The text in quotation marks behind a key and a colon.
  private static func string(after key: String, in text: Substring) -> String? {
    guard let place = text.firstRange(of: key) else { return nil }
    var rest = text[place.upperBound...].drop(while: \.isWhitespace)
    guard rest.popFirst() == ":" else { return nil }
    rest = rest.drop(while: \.isWhitespace)
    guard rest.popFirst() == "\"" else { return nil }
    // Two hundred letters hold any date or name.
    guard let end = rest.prefix(200).firstIndex(of: "\"") else { return nil }
    let value = rest[..<end]
    return value.isEmpty || value.contains("\\") ? nil : String(value)
  }
}

/// Lines that state metadata above a plain text.
enum PlainTextHeader {
  /// Reads `Date: 21 November 2026`, `By Ann Ames`, `Source: The Harbour Gazette`, a bare date, a
  /// bare address.
  static func field(_ line: String) -> FieldValue.Field? {
    guard line.count <= 300 else { return nil }
    if let colon = line.firstIndex(of: ":"), line[..<colon].count <= 24 {
      let value = line[line.index(after: colon)...].trimmingWhitespace()
      let name = FieldNames.folded(String(line[..<colon]))
      if let key = keys[name], !value.isEmpty, fits(value, key) {
        return FieldValue.Field(key: key, value: .string(value))
      }
    }
    if line.prefix(3).lowercased() == "by ", line.dropFirst(3).first?.isUppercase == true,
      line.count <= 80, line.split(separator: " ").count <= 10, !Sentences.isEnded(line)
    {
      return FieldValue.Field(key: "author", value: .string(String(line.dropFirst(3))))
    }
    if line.hasPrefix("http://") || line.hasPrefix("https://"), !line.contains(" ") {
      return FieldValue.Field(key: "url", value: .string(line))
    }
    let words = [
      "published on ", "published ", "posted on ", "posted ", "publié le ", "veröffentlicht am ",
    ]
    let lower = line.lowercased()
    let bare = words.first { lower.hasPrefix($0) }.map { String(line.dropFirst($0.count)) } ?? line
    if line.count <= 60, bare.contains(where: \.isNumber), isOnlyDate(bare) {
      return FieldValue.Field(key: "date", value: .string(bare))
    }
    if let word = ["updated ", "last updated ", "updated on "].first(where: { lower.hasPrefix($0) }
    ),
      isOnlyDate(String(line.dropFirst(word.count)))
    {
      return FieldValue.Field(key: "updated", value: .string(String(line.dropFirst(word.count))))
    }
    return nil
  }

  /// `Source: Read Full Article` names no source, `Update: three dead` is no date.
  private static func fits(_ value: String, _ key: String) -> Bool {
    switch key {
    case "date", "updated":
      DateReading.read(value, language: "de") != nil || DateReading.read(value) != nil
    case "url", "originalurl": value.contains(".") && !value.contains(" ")
    case "source":
      !value.lowercased().hasPrefix("read ") && value.split(separator: " ").count <= 8
        && !Sentences.isEnded(value)
    case "language": LanguageTag.normalized(value) != nil
    default: true
    }
  }

  /// Whether nothing but a date stands in the line: four words that are none are too many.
  private static func isOnlyDate(_ line: String) -> Bool {
    guard DateReading.read(line) != nil else { return false }
    let words = DateToken.tokens(of: line).filter {
      if case .word(let word) = $0 {
        return MonthNames.month(word) == nil && TimeZoneNames.secondsFromUTC(word) == nil
      }
      return false
    }
    return words.count <= 3
  }

  private static let keys = [
    "title": "title", "headline": "title", "titel": "title", "titre": "title",
    "date": "date", "published": "date", "publishedon": "date", "publicationdate": "date",
    "posted": "date", "postedon": "date", "datum": "date", "pubdate": "date",
    "datepublished": "date",
    "publishedat": "date", "fecha": "date", "дата": "date", "ngày": "date",
    "updated": "updated", "lastupdated": "updated", "modified": "updated", "updatedon": "updated",
    "by": "author", "author": "author", "authors": "author", "byline": "author", "autor": "author",
    "auteur": "author", "von": "author", "reporter": "author",
    "source": "source", "outlet": "source", "publisher": "source", "publication": "source",
    "newspaper": "source", "site": "source", "quelle": "source",
    "url": "url", "link": "url", "permalink": "url", "canonicalurl": "url",
    "originalurl": "originalurl", "language": "language", "lang": "language",
    "tags": "tags", "keywords": "tags", "category": "category", "section": "section",
    "summary": "summary", "description": "summary", "image": "image",
  ]
}

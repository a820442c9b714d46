/// Reads a table with named columns, an article a row: CSV (RFC 4180) and tab-separated values.
struct TableArticleReader: ArticleReader {
  let format = ArticleFormat(
    "CSV, TSV", extensions: ["csv", "tsv", "tab"], signature: "none: the name says it",
    articles: "each row; the first one names the columns as other formats name their fields")

  func recognition(of head: FileHead) -> Recognition { .possible }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    var text = try Charset.text(of: file)
    let separator: UInt8
    // `sep=;`: Excel's own first line.
    if text.lowercased().hasPrefix("sep="), let stated = text.utf8.dropFirst(4).first {
      separator = stated
      text = String(text.drop { !$0.isNewline }.dropFirst())
    } else {
      separator = Self.separator(of: text)
    }
    var rows = TableRows(Array(text.utf8), separator: separator)
    guard var names = rows.next()?.map(CleanText.line) else {
      throw ArticleError(path: file.path, problem: .empty)
    }
    if Self.isTrafilatura(names) {
      // Each of its files begins with an article.
      rows = TableRows(Array(text.utf8), separator: separator)
      names = Self.trafilatura
    }
    let folded = Set(names.map(FieldNames.folded))
    let isNamed = !folded.isDisjoint(with: FieldNames.title + FieldNames.text + FieldNames.html)
    guard isNamed || file.folder?.keys.isEmpty == false else {
      throw ArticleError(
        path: file.path,
        problem: .wrongShape(
          "the first row names the columns \(KeysSeen.words(names)), none of which is a title or a text"
        ))
    }
    var gathering = ArticleGathering(file)
    while let row = rows.next() {
      let line = rows.line
      guard row.contains(where: { $0.contains { !$0.isWhitespace } }) else { continue }
      if row.count > names.count {
        gathering.fail(
          .wrongShape("the row has \(row.count) cells, more than the \(names.count) columns"),
          member: line)
        continue
      }
      let fields = zip(names, row).map { name, cell in
        FieldValue.Field(key: name, value: cell == "null" ? .null : .string(cell))
      }
      let value = ArticleShape.normalized(.object(fields), file)
      gathering.add(FieldReading(base: nil).draft(of: value), member: line)
    }
    return try gathering.finished(orElse: .wrongShape("the table has no row below its names"))
  }

  /// Whether a first row is one of trafilatura's, which writes no names: an address, its own id, a
  /// fingerprint in hexadecimal digits and the host of the address.
  private static func isTrafilatura(_ cells: [String]) -> Bool {
    cells.count == trafilatura.count && cells[0].contains("://\(cells[3])")
      && cells[2].utf8.count >= 12 && cells[2].allSatisfy(\.isHexDigit)
  }

  private static let trafilatura = [
    "url", "number", "fingerprint", "hostname", "title", "image", "date", "text", "comments",
    "license", "pagetype",
  ]

  /// The separator of the names in the first line: a tab, a semicolon or a comma, whichever is most
  /// frequent.
  private static func separator(of text: String) -> UInt8 {
    let line = text.utf8.prefix { $0 != 0x0A }
    let counts = [0x09, 0x3B, 0x2C].map { (separator: $0 as UInt8, count: 0) }.map { pair in
      (pair.separator, line.count { $0 == pair.separator })
    }
    return counts.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : 0x2C } ?? 0x2C
  }
}

/// The rows of a table, one after the other.
private struct TableRows {
  /// The line that the last row began on, counted from 1.
  private(set) var line = 0
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var nextLine = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  mutating func next() -> [String]? {
    guard index < bytes.count else { return nil }
    line = nextLine
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var hasQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { nextLine += 1 }
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where cell.isEmpty && !hasQuote:
        (isQuoted, hasQuote) = (true, true)
      case separator:
        cells.append(String(decoding: cell, as: UTF8.self))
        (cell, hasQuote) = ([], false)
      case 0x0A:
        cells.append(
          String(decoding: cell.last == 0x0D ? cell.dropLast() : cell[...], as: UTF8.self))
        return cells
      default: cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}

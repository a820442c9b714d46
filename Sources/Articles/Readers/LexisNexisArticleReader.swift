import NewsModel

/// Reads the text that LexisNexis and Nexis Uni export: documents one after the other, each with
/// labelled lines.
struct LexisNexisArticleReader: ArticleReader {
  let format = ArticleFormat(
    "LexisNexis", extensions: [],
    signature: "a line `1 of 12 DOCUMENTS`, or `Length: … words` above and `End of Document` below",
    articles: "each document")

  func recognition(of head: FileHead) -> Recognition {
    let lines = head.lines(40)
    if lines.prefix(10).contains(where: Self.isCounter) { return .likely }
    let hasLength = lines.contains { Self.label($0)?.name == "length" }
    let hasCopyright = lines.contains { $0.hasPrefix("Copyright ") }
    return hasLength && hasCopyright ? .likely : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = CleanText.normalizedLineEnds(try Charset.text(of: file))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Substring($0.trimmingWhitespace())
    }
    var gathering = ArticleGathering(file)
    let documents = Self.documents(lines)
    for (number, document) in documents.enumerated() {
      gathering.add(
        LexisNexisDocument(document).draft(), member: documents.count > 1 ? number + 1 : nil)
    }
    return try gathering.finished(orElse: .noText)
  }

  /// The documents between the counters before them, or the marks of their ends.
  private static func documents(_ lines: [Substring]) -> [ArraySlice<Substring>] {
    var documents: [ArraySlice<Substring>] = []
    var start = 0
    for (index, line) in lines.enumerated() where isCounter(line) || line == "End of Document" {
      documents.append(lines[start..<index])
      start = index + 1
    }
    documents.append(lines[start...])
    return documents.filter { document in document.count { !$0.isEmpty } > 2 }
  }

  /// `3 of 12 DOCUMENTS`.
  private static func isCounter(_ line: Substring) -> Bool {
    // Nearly every line of every file ends here.
    guard let first = line.utf8.first(where: { $0 > 0x20 }), (0x30...0x39).contains(first),
      line.utf8.count < 100
    else { return false }
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count == 4 && words[0].allSatisfy(\.isNumber) && words[1].lowercased() == "of"
      && words[2].allSatisfy(\.isNumber) && words[3].lowercased().hasPrefix("document")
  }

  /// A labelled line: `BYLINE: Tove Lindgaard`.
  static func label(_ line: Substring) -> (name: String, value: String)? {
    guard line.utf8.prefix(100).contains(UInt8(ascii: ":")),
      let colon = line.firstIndex(of: ":"), line[..<colon].count <= 24
    else { return nil }
    let name = line[..<colon].lowercased()
    guard labels.contains(name) else { return nil }
    return (name, line[line.index(after: colon)...].trimmingWhitespace())
  }

  private static let labels: Set = [
    "byline", "section", "length", "headline", "dateline", "load-date", "language",
    "publication-type", "publication type", "journal code", "highlight", "series", "type",
    "subject",
    "industry", "geographic", "person", "company", "organization", "city", "state", "country",
    "graphic", "body", "classification", "url", "title",
  ]
}

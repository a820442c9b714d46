/// Reads JSON Lines, an article a line.
///
/// A bad line loses only itself.
struct JSONLinesArticleReader: ArticleReader {
  let format = ArticleFormat(
    "JSON Lines", extensions: ["jsonl", "ndjson"], signature: "a line that is a whole JSON object",
    articles: "each line")

  func recognition(of head: FileHead) -> Recognition { .possible }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    // A list, or one object over many lines, under the name of lines.
    let first = file.bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == 0x5B { return try JSONArticleReader().read(file) }
    if first == 0x7B, !Self.isFirstLineWhole(file.bytes) {
      // Silence is right: broken lines are reported better one by one.
      if let whole = try? JSONArticleReader().read(file) { return whole }
    }
    return try lines(file)
  }

  /// Reads each line by itself.
  func lines(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    // Checked as a whole, so that a file in another charset is read and one that is no text is
    // refused.
    let isPlain =
      !file.bytes.contains(0) && !file.bytes.starts(with: [0xFE])
      && !file.bytes.starts(with: [0xFF])
    let bytes = isPlain ? file.bytes : Array(try Charset.text(of: file).utf8)
    var gathering = ArticleGathering(file)
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      guard bytes[start..<end].contains(where: { $0 > 0x20 }) else { continue }
      do throws(ArticleError) {
        gathering.add(try draft(bytes, start..<end, line, file), member: line)
      } catch {
        gathering.fail(error)
      }
    }
    if gathering.result.articles.isEmpty, gathering.result.failures.contains(where: \.isKeptBack) {
      return gathering.result
    }
    return try gathering.finished(orElse: .empty)
  }

  static func isFirstLineWhole(_ text: String) -> Bool {
    isFirstLineWhole(Array(text.utf8.prefix { $0 != 0x0A }))
  }

  private static func isFirstLineWhole(_ bytes: [UInt8]) -> Bool {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    // Silence is right: only whether it is an object is asked.
    return (try? JSONScanner.read(bytes, in: 0..<end)) != nil
  }

  private func draft(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int, _ file: ArticleFile
  ) throws(ArticleError) -> ArticleDraft {
    let value: FieldValue
    do {
      value = try JSONScanner.read(bytes, in: range)
    } catch {
      throw ArticleError(
        path: file.path, line: line,
        problem: .malformedJSON(column: error.column, reason: error.reason))
    }
    guard case .object = value else {
      throw ArticleError(
        path: file.path, line: line,
        problem: .wrongShape("the line is \(JSONArticleReader.kind(of: value))"))
    }
    if let field = KeptBack.field(of: value, now: nil) {
      throw ArticleError(path: file.path, line: line, problem: .keptBack(field))
    }
    let object = ArticleShape.normalized(value, file)
    if let problem = ArticleShape.problem(of: object, value, place: "the line") {
      throw ArticleError(path: file.path, line: line, problem: problem)
    }
    return FieldReading(base: nil).draft(of: object)
  }
}

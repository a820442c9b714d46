/// Reads JSON Lines, an article a line.
///
/// A bad line loses only itself.
struct JSONLinesArticleReader: ArticleReader {
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    // Checked as a whole, so that a file in another charset is read and one that is no text is refused.
    let isPlain =
      !file.bytes.contains(0) && !file.bytes.starts(with: [0xFE])
      && !file.bytes.starts(with: [0xFF])
    let bytes = isPlain ? file.bytes : Array(try Charset.text(of: file).utf8)
    var result = ReadArticles(articles: [])
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      guard bytes[start..<end].contains(where: { $0 > 0x20 }) else { continue }
      do {
        result.articles.append(try article(bytes, start..<end, line, file))
      } catch {
        result.failures.append(error)
      }
    }
    if result.articles.isEmpty {
      throw result.failures.first ?? ArticleError(path: file.path, problem: .empty)
    }
    return result
  }

  private func article(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int, _ file: ArticleFile
  ) throws(ArticleError) -> ReadArticle {
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
    let draft = FieldReading(base: nil).draft(of: value)
    let article = try ArticleAssembly(file: file, member: line).article(from: draft)
    return ReadArticle(article: article, member: line)
  }
}

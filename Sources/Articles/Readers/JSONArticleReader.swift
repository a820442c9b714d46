/// Reads a JSON file: one article, a list of them wherever it is nested, or a JSON Feed.
struct JSONArticleReader: ArticleReader {
  let format = ArticleFormat(
    "JSON, JSON Feed", extensions: ["json"], signature: "a first `{` or `[`",
    articles: "the object, or each object of the list in it; a JSON Feed is a feed as RSS is")

  func recognition(of head: FileHead) -> Recognition {
    guard let first = head.text.first, first == "{" || first == "[" else { return .possible }
    let next = head.text.dropFirst().first { !$0.isWhitespace }
    return next.map { "\"{[}]".contains($0) } == true ? .likely : .possible
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    let value: FieldValue
    do {
      value = try JSONScanner.read(Array(text.utf8))
    } catch {
      // JSON Lines under another name: its first line is a value, and something follows.
      if error.line > 1, text.utf8.first == 0x7B, JSONLinesArticleReader.isFirstLineWhole(text) {
        return try JSONLinesArticleReader().lines(file)
      }
      throw ArticleError(
        path: file.path, line: error.line,
        problem: .malformedJSON(column: error.column, reason: error.reason))
    }
    return try read(value, file)
  }

  /// Reads a value that a file holds.
  func read(_ value: FieldValue, _ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    if let list = ArticleList(value) { return try read(list, file) }
    guard case .object = value else {
      throw ArticleError(
        path: file.path, problem: .wrongShape("the JSON is \(Self.kind(of: value))"))
    }
    if let field = KeptBack.field(of: value, now: nil) { return KeptBack.reading(field, file) }
    var gathering = ArticleGathering(file)
    let object = ArticleShape.normalized(value, file)
    guard ArticleShape.isArticle(object) else {
      throw ArticleError(
        path: file.path,
        problem: .wrongShape(
          "the JSON has the keys \(KeysSeen.words(value)), which make no article"))
    }
    gathering.add(FieldReading(base: nil).draft(of: object), member: nil)
    return try gathering.finished(orElse: .noText)
  }

  private func read(_ list: ArticleList, _ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    var gathering = ArticleGathering(file)
    for (index, member) in list.members.enumerated() {
      guard case .object = member else {
        gathering.fail(.wrongShape("member \(index + 1) is \(Self.kind(of: member))"))
        continue
      }
      if let field = KeptBack.field(of: member, now: nil) {
        gathering.fail(.keptBack("member \(index + 1), \(field)"))
        continue
      }
      let object = ArticleShape.normalized(member, file)
      guard ArticleShape.isArticle(object) else {
        gathering.fail(
          .wrongShape(
            "member \(index + 1) has the keys \(KeysSeen.words(member)), which make no article"))
        continue
      }
      var draft = FieldReading(base: nil).draft(of: object)
      draft.outlet = draft.outlet ?? list.outlet
      // In a feed places change with each version of the file.
      gathering.add(
        draft, member: list.isWindow ? nil : index + 1,
        key: list.isWindow ? member["id"]?.text : nil)
    }
    var result = gathering.result
    result.isWindow = list.isWindow
    if result.articles.isEmpty, !list.isWindow, !result.failures.contains(where: \.isKeptBack) {
      return try gathering.finished(orElse: .wrongShape("the JSON is an empty list"))
    }
    return result
  }

  static func kind(of value: FieldValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

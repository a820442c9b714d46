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
      // JSON Lines under another name, or objects one after the other, over several lines each.
      // What is malformed there is said below, or line by line.
      if text.utf8.first == 0x7B {
        let values = (try? JSONScanner.sequence(Array(text.utf8))) ?? []
        let lines = text.utf8.split(separator: 0x0A).count { $0.contains { $0 > 0x20 } }
        if values.count > 1, values.count != lines { return try read(.array(values), file) }
        if error.line > 1, JSONLinesArticleReader.isFirstLineWhole(text) {
          return try JSONLinesArticleReader().lines(file)
        }
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
    if let problem = ArticleShape.problem(of: object, value, place: "the JSON") {
      throw ArticleError(path: file.path, problem: problem)
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
      if let problem = ArticleShape.problem(of: object, member, place: "member \(index + 1)") {
        gathering.fail(problem)
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

/// Reads a JSON file: one article, an array of articles, or a JSON Feed.
struct JSONArticleReader: ArticleReader {
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    let value: FieldValue
    do {
      value = try JSONScanner.read(Array(text.utf8))
    } catch {
      throw ArticleError(
        path: file.path, line: error.line,
        problem: .malformedJSON(column: error.column, reason: error.reason))
    }
    if case .array(let members) = value { return try read(members, outlet: nil, file) }
    guard case .object(let fields) = value else {
      throw ArticleError(
        path: file.path, problem: .wrongShape("the JSON is \(Self.kind(of: value))"))
    }
    for key in ["items", "articles", "@graph"] {
      if case .array(let members)? = value[key], !fields.contains(where: { $0.key == "headline" }) {
        return try read(members, outlet: key == "items" ? value["title"]?.text : nil, file)
      }
    }
    let draft = FieldReading(base: nil).draft(of: value)
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ReadArticle(article: article)])
  }

  private func read(
    _ members: [FieldValue], outlet: String?, _ file: ArticleFile
  ) throws(ArticleError) -> ReadArticles {
    var result = ReadArticles(articles: [])
    for (index, member) in members.enumerated() {
      guard case .object = member else {
        result.failures.append(
          ArticleError(
            path: file.path,
            problem: .wrongShape("member \(index + 1) is \(Self.kind(of: member))")))
        continue
      }
      var draft = FieldReading(base: nil).draft(of: member)
      draft.outlet = draft.outlet ?? outlet
      do {
        let article = try ArticleAssembly(file: file).article(from: draft)
        result.articles.append(ReadArticle(article: article, member: index + 1))
      } catch {
        result.failures.append(error)
      }
    }
    if result.articles.isEmpty {
      throw result.failures.first
        ?? ArticleError(path: file.path, problem: .wrongShape("the JSON is an empty list"))
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

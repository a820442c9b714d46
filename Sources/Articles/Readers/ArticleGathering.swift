/// Collects the articles of a file of many; a bad one loses only itself.
struct ArticleGathering {
  let file: ArticleFile
  private(set) var result = ReadArticles(articles: [])

  init(_ file: ArticleFile) {
    self.file = file
  }

  /// Takes an article.
  ///
  /// - Parameters:
  ///   - draft: The draft of the article.
  ///   - member: Its line or place, counted from 1; nil if places change with each version of the
  ///     file.
  ///   - key: The id that a feed gives it.
  mutating func add(_ draft: ArticleDraft, member: Int?, key: String? = nil) {
    do throws(ArticleError) {
      let article = try ArticleAssembly(file: file, member: member).article(from: draft)
      result.articles.append(ArticleInFile(article: article, member: member, key: key))
    } catch {
      result.failures.append(error)
    }
  }

  /// Adds the articles and failures of a file inside this one.
  mutating func add(_ inner: ReadArticles, member: Int? = nil) {
    for article in inner.articles {
      result.articles.append(
        ArticleInFile(article: article.article, member: member ?? article.member, key: article.key))
    }
    result.failures += inner.failures
    result.isWindow = result.isWindow || inner.isWindow
    result.withdrawn += inner.withdrawn
  }

  /// Notes a failure.
  mutating func fail(_ problem: ArticleError.Problem, member: Int? = nil) {
    result.failures.append(ArticleError(path: file.path, line: member, problem: problem))
  }

  /// Notes a failure.
  mutating func fail(_ error: ArticleError) {
    result.failures.append(error)
  }

  /// Ends the collection.
  ///
  /// - Parameter problem: The problem to report if there is nothing at all.
  /// - Throws: The first failure if there is no article.
  /// - Returns: The articles and failures.
  func finished(orElse problem: ArticleError.Problem) throws(ArticleError) -> ReadArticles {
    if result.articles.isEmpty {
      throw result.failures.first ?? ArticleError(path: file.path, problem: problem)
    }
    return result
  }
}

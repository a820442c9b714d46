/// What was read from one file.
public struct ReadArticles: Equatable, Sendable {
  /// The articles in the order of the file.
  public var articles: [ReadArticle]
  /// What of the file was not read: bad members of a file of many, each of which loses only itself.
  public var failures: [ArticleError]

  /// Gathers articles and failures.
  public init(articles: [ReadArticle], failures: [ArticleError] = []) {
    self.articles = articles
    self.failures = failures
  }
}

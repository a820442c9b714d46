/// What was read from one file.
public struct ReadArticles: Equatable, Sendable {
  /// The articles in the order of the file.
  public var articles: [ReadArticle]
  /// What of the file was not read: bad members of a file of many, each of which loses only itself.
  public var failures: [ArticleError]
  /// Whether the file shows the latest of many, as a feed does: what has left it was not withdrawn.
  public var isWindow = false
  /// Whether the file says another thing when time has passed, though nobody changes it: its date lies ahead.
  public var isWaiting = false
  /// The ids of items that a feed says are withdrawn (RFC 6721).
  public var withdrawn: [String] = []

  /// Gathers articles and failures.
  public init(articles: [ReadArticle], failures: [ArticleError] = []) {
    self.articles = articles
    self.failures = failures
  }
}

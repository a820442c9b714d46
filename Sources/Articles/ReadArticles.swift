/// The articles that were read from one file, and the failures.
public struct ReadArticles: Equatable, Sendable {
  /// The articles in the order of the file.
  public var articles: [ArticleInFile]
  /// The members that could not be read; each bad one loses only itself.
  public var failures: [ArticleError]
  /// Whether the file shows only the latest of many articles, as a feed does: those that have left
  /// it were not withdrawn.
  public var isWindow = false
  /// Whether the file will say another thing later without being changed, because its date lies
  /// ahead.
  public var isWaiting = false
  /// The ids of items that a feed says are withdrawn (RFC 6721).
  public var withdrawn: [String] = []

  /// Gathers articles and failures.
  public init(articles: [ArticleInFile], failures: [ArticleError] = []) {
    self.articles = articles
    self.failures = failures
  }
}

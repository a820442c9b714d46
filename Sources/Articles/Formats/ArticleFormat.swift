/// What a person knows a format by: a row of the table in *What is read*.
public struct ArticleFormat: Hashable, Sendable {
  /// The format's name.
  public let name: String
  /// The endings of names that say that a file is of it, in lower case without the dot.
  public let extensions: [String]
  /// What its content shows, where no ending or a wrong one says it.
  public let signature: String
  /// What of it becomes an article.
  public let articles: String

  init(_ name: String, extensions: [String], signature: String, articles: String) {
    self.name = name
    self.extensions = extensions
    self.signature = signature
    self.articles = articles
  }
}

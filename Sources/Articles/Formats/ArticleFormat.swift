/// The description of a format: a row of the table in *What is read*.
public struct ArticleFormat: Hashable, Sendable {
  /// The format's name.
  public let name: String
  /// The endings of its files' names, in lower case without the dot.
  public let extensions: [String]
  /// The mark of its content, by which it is known without an ending.
  public let signature: String
  /// The parts of it that become articles.
  public let articles: String

  init(_ name: String, extensions: [String], signature: String, articles: String) {
    self.name = name
    self.extensions = extensions
    self.signature = signature
    self.articles = articles
  }
}

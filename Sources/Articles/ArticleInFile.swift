public import NewsModel

/// An article and its place in the file.
public struct ArticleInFile: Equatable, Sendable {
  /// The article.
  public var article: Article
  /// Its line in a JSON Lines file or its place in a JSON array, counted from 1; nil if the file is
  /// one article.
  public var member: Int?
  /// The id that a feed gives its item, by which it says that the item is withdrawn; nil if it has
  /// none.
  public var key: String?

  /// Pairs an article with its place.
  public init(article: Article, member: Int? = nil, key: String? = nil) {
    self.article = article
    self.member = member
    self.key = key
  }
}

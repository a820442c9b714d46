public import NewsModel

/// An article and its place in the file.
public struct ReadArticle: Equatable, Sendable {
  /// The article.
  public var article: Article
  /// Its line in a JSON Lines file or its place in a JSON array, counted from 1; nil if the file is one article.
  public var member: Int?

  /// Pairs an article with its place.
  public init(article: Article, member: Int? = nil) {
    self.article = article
    self.member = member
  }
}

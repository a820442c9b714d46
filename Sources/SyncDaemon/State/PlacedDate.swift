public import FoundationEssentials
public import NewsModel

/// The date that an article was given when it was first seen, because it had none or one in the
/// future.
///
/// It is kept for ever, also when the article goes, so that it has the same date if it comes back.
public struct PlacedDate: Hashable, Codable, Sendable {
  /// The article.
  public var article: ArticleID
  /// The date it was given.
  public var date: Date

  /// Makes a placed date.
  public init(article: ArticleID, date: Date) {
    self.article = article
    self.date = date
  }
}

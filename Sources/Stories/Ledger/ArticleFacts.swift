public import FoundationEssentials
public import NewsModel

/// What the ledger asks about articles, also about those that have just gone.
public protocol ArticleFacts {
  /// When an article was published.
  func date(of article: ArticleID) -> Date
  /// A new id and slug from a story's founding article.
  ///
  /// - Parameters:
  ///   - founding: The article.
  ///   - isTaken: Whether an id or a slug was ever given; the result is neither.
  /// - Returns: The id for life, and the last part of the address of its page.
  func mint(
    _ founding: ArticleID, avoiding isTaken: (EntryID, String) -> Bool
  ) -> (id: EntryID, slug: String)
  /// The decision that an article is of a story, with the evidence of the closest of the others.
  func decision(_ kind: Decision.Kind, article: ArticleID, others: [ArticleID]) -> Decision
}

public import FoundationEssentials
public import NewsModel

/// The facts about articles that the ledger needs, also about those that have just gone.
public protocol ArticleFacts {
  /// The date of an article.
  func date(of article: ArticleID) -> Date
  /// Makes an id and a slug from a story's founding article.
  ///
  /// - Parameters:
  ///   - founding: The article.
  ///   - isTaken: Whether an id or a slug was ever given; the result is neither.
  /// - Returns: The id for life, and the last part of the address of its page.
  func mint(
    _ founding: ArticleID, avoiding isTaken: (EntryID, String) -> Bool
  ) -> (id: EntryID, slug: String)
  /// Makes the decision that an article is of a story.
  ///
  /// - Parameters:
  ///   - kind: The kind of decision.
  ///   - article: The article.
  ///   - group: The articles of the story in the order of their ids, this one among them.
  /// - Returns: The decision with the evidence of the closest of the others.
  func decision(_ kind: Decision.Kind, article: ArticleID, among group: [ArticleID]) -> Decision
}

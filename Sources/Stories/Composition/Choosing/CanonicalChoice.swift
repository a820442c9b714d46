public import NewsModel

/// The article that represents a story, and the clause of the rule that decided.
///
/// The clauses, each of which keeps the best of those that the former left:
///
/// 0. what the person pinned;
/// 1. a text in the language of the site before one in another;
/// 2. the original before its reposts;
/// 3. the complete text before one that is cut;
/// 4. a title that states the event before one that teases or shouts;
/// 5. the sources that the settings prefer, in their order;
/// 6. the earliest before the later ones, where the dates can tell;
/// 7. the smallest id, so that the choice is the same each time.
public struct CanonicalChoice: Hashable, Sendable {
  /// The canonical article.
  public var article: ArticleID
  /// The clause that left it alone.
  public var clause: LeadReason.Clause
  /// The reason: that clause, after those that had left out others before it.
  public var reason: LeadReason
}

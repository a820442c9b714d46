public import NewsModel

/// The article that represents a story, and the clause of the rule that decided.
///
/// The clauses, each of which keeps the best of those that the former left:
///
/// 0. what the person pinned;
/// 1. a text in the language of the site before one in another;
/// 2. the original before its reposts and rewrites;
/// 3. a report before opinions, digests, live pages and anniversaries;
/// 4. the complete text before one that is cut;
/// 5. a title that states the event before one that teases or shouts;
/// 6. the sources that the settings prefer, in their order;
/// 7. reports that are central to the story before those that only touch it;
/// 8. the earliest before the later ones, where the dates can tell;
/// 9. the fullest, where they cannot;
/// 10. the smallest id, so that the choice is the same each time.
public struct CanonicalChoice: Hashable, Sendable {
  /// The canonical article.
  public var article: ArticleID
  /// The clause that left it alone.
  public var clause: LeadReason.Clause
  /// The reason: that clause, after those that had left out others before it.
  public var reason: LeadReason
}

public import NewsModel

/// Which article of a story represents it, and which clause of the rule decided.
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
  /// A clause of the rule.
  public enum Clause: String, Hashable, Sendable, CaseIterable {
    /// There was nothing to choose from.
    case only
    /// The person pinned it.
    case pinned
    /// The others are in other languages than the site.
    case language
    /// The others repeat texts of those that were left.
    case original
    /// The others' texts are cut.
    case complete
    /// The others' titles tease or shout.
    case statedTitle
    /// The settings prefer its outlet.
    case preferred
    /// It was published first.
    case earliest
    /// Nothing else told them apart.
    case id
  }

  /// The canonical article.
  public var article: ArticleID
  /// The clause that left it alone.
  public var clause: Clause
  /// The clause in words, with what the clauses before it had left out.
  public var reason: String
}

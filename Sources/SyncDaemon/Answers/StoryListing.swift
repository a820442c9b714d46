public import FoundationEssentials
public import NewsModel

/// One story as `stories --json` and `show --json` print it.
public struct StoryListing: Hashable, Codable, Sendable {
  /// The entry's id.
  public var id: EntryID
  /// The last part of its page's path.
  public var slug: String
  /// Its title.
  public var title: String
  /// The absolute address of its page.
  public var url: String
  /// The founding article's date.
  public var published: Date
  /// When a reader would last have noticed something.
  public var updated: Date
  /// Its articles, in order of publication.
  public var articles: [Member]
  /// Only in `show`: which article leads, and why.
  public var canonical: Canonical?
  /// Only in `show`: what was decided about it, oldest first.
  public var decisions: [Decision]?

  /// One article.
  public struct Member: Hashable, Codable, Sendable {
    /// The article's id.
    public var id: ArticleID
    /// Its file, with the line where the file holds several; empty if it is not known.
    public var path: String
    /// The outlet's name; empty if unknown.
    public var source: String
    /// Its headline.
    public var title: String
    /// Its permalink, if it has one.
    public var url: String?
    /// When it was published.
    public var published: Date
    /// Only in `show`: how it relates to the canonical article.
    public var relation: Relation?
  }

  /// The article that leads.
  public struct Canonical: Hashable, Codable, Sendable {
    /// The article's id.
    public var article: ArticleID
    /// The clause of the rule that decided, in words.
    public var reason: String
    /// The clauses that left others out, in their order.
    public var clauses: [LeadReason.Clause]
  }
}

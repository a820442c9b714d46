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
  /// The date of the last change that a reader could see.
  public var updated: Date
  /// Its articles, in order of publication.
  public var articles: [Member]
  /// The canonical article and why it was chosen; only in `show`.
  public var canonical: Canonical?
  /// The decisions about the story, oldest first; only in `show`.
  public var decisions: [Decision]?

  /// One article.
  public struct Member: Hashable, Codable, Sendable {
    /// The article's id.
    public var id: ArticleID
    /// The path of its file, with the line if the file holds several articles; empty if unknown.
    public var path: String
    /// The outlet's name; empty if unknown.
    public var source: String
    /// Its headline.
    public var title: String
    /// Its permalink, if it has one.
    public var url: String?
    /// When it was published.
    public var published: Date
    /// Its relation to the canonical article; only in `show`.
    public var relation: Relation?
  }

  /// The canonical article and the reason for the choice.
  public struct Canonical: Hashable, Codable, Sendable {
    /// The article's id.
    public var article: ArticleID
    /// The reason in words.
    public var reason: String
    /// The clauses of the rule that left other articles out, in the order of the rule.
    public var clauses: [LeadReason.Clause]
  }
}

public import FoundationEssentials

/// The set of articles that report the same event, with the identity that it was published under.
public struct Story: Hashable, Codable, Sendable, Identifiable {
  /// The permanent id of its entry.
  public var id: EntryID
  /// The last part of its page's path; fixed at first publication.
  public var slug: String
  /// The title that its entry last had.
  public var title: String
  /// The earliest article when the story was first published; the id was made from it.
  public var founding: ArticleID
  /// Its articles, ordered by id.
  public var articles: [ArticleID]
  /// The number of the publication that it first appeared in. When two stories prove to be one, the
  /// one with the lower number survives.
  public var minted: Int
  /// The founding article's date when it was first published.
  public var published: Date
  /// The date of the last change that a reader would want to know about.
  public var updated: Date
  /// The content by which `updated` was last decided, as `EntrySubstance` in `Stories` encodes it.
  public var substance: String
  /// The decisions about it, oldest first.
  public var decisions: [Decision]

  /// Makes a story.
  public init(
    id: EntryID, slug: String, title: String = "", founding: ArticleID, articles: [ArticleID],
    minted: Int = 0,
    published: Date, updated: Date, substance: String = "", decisions: [Decision] = []
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.founding = founding
    self.articles = articles
    self.minted = minted
    self.published = published
    self.updated = updated
    self.substance = substance
    self.decisions = decisions
  }
}

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
  /// The decisions about it, oldest first: all of them up to `mostDecisions`, then the first and
  /// the last ones.
  public var decisions: [Decision]

  /// The most decisions that are remembered: as many as a page lists sources. A story of ten
  /// thousand copies had 17 MB of them.
  public static let mostDecisions = 200

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

  /// Remembers a decision; if there are too many, one from the middle goes.
  public mutating func note(_ decision: Decision) {
    decisions.append(decision)
    let surplus = decisions.count - Self.mostDecisions
    let middle = Self.mostDecisions / 2
    if surplus > 0 { decisions.removeSubrange(middle..<middle + surplus) }
  }

  /// Those of some articles, in order of time, whose decisions are remembered if all of them join
  /// at once. The evidence of others need not be found.
  public static func noted(_ articles: [ArticleID]) -> [ArticleID] {
    guard articles.count > mostDecisions else { return articles }
    return Array(articles.prefix(mostDecisions / 2) + articles.suffix(mostDecisions / 2))
  }
}

public import FoundationEssentials

/// A story that was published and has ended: folded into another one, or withdrawn.
///
/// Retired stories are kept for ever, so that their addresses keep answering.
public struct RetiredStory: Hashable, Codable, Sendable, Identifiable {
  /// The id, which is never used for another story.
  public var id: EntryID
  /// The last part of its page's path.
  public var slug: String
  /// The title it last had.
  public var title: String
  /// The time of the clock when it was retired.
  public var when: Date
  /// The story that it was folded into, itself perhaps retired since; nil if it was withdrawn.
  public var survivor: EntryID?
  /// Its founding article.
  public var founding: ArticleID
  /// Its last articles. When one of them comes back, a withdrawn story is found again by them.
  public var articles: [ArticleID]
  /// The number of the publication that it first appeared in.
  public var minted: Int
  /// The founding article's date when it was first published.
  public var published: Date
  /// Its last `updated`; if it comes back, its `updated` never falls below this.
  public var updated: Date
  /// The decisions about it, oldest first.
  public var decisions: [Decision]

  /// Retires a story.
  public init(_ story: Story, when: Date, survivor: EntryID?) {
    id = story.id
    slug = story.slug
    title = story.title
    self.when = when
    self.survivor = survivor
    founding = story.founding
    articles = story.articles
    minted = story.minted
    published = story.published
    updated = story.updated
    decisions = story.decisions
  }
}

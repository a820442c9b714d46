public import NewsModel

/// What one pass did, for `sync`, `resync` and their `--json`.
public struct SyncReport: Hashable, Codable, Sendable {
  /// How many article files there are among those looked at.
  public var filesSeen = 0
  /// How many of them were read, since they were new or changed.
  public var filesRead = 0
  /// How many files are gone.
  public var filesGone = 0
  /// How many articles are new or changed.
  public var articlesChanged = 0
  /// How many articles are gone.
  public var articlesGone = 0
  /// How many articles were moved to the archive.
  public var articlesArchived = 0
  /// Of how many archived articles the text was dropped.
  public var articlesPruned = 0
  /// How many articles there are now, those in the archive included.
  public var articles = 0
  /// How many stories there are now.
  public var stories = 0
  /// What happened to stories, ordered by id.
  public var changes: [Change] = []
  /// What happened to feeds, the main one first; those that show what they showed are not among them.
  public var feeds: [FeedChange] = []
  /// Whether the settings, the pins or the program's merge model are others than at the last publication.
  public var hasOtherSettings = false
  /// Files that could not be read, or not in every part, and why: all that are set aside now.
  public var setAside: [SetAsideFile] = []
  /// The documents written, relative to `public/`.
  public var documentsWritten: [String] = []
  /// Documents that were refused by their own checks and not published; the old ones stay.
  public var refused: [String] = []
  /// Articles directories that could not be read, and why; what was read from them is kept.
  public var outOfReach: [String] = []
  /// What else a person should know: recovered ids, links left out.
  public var notes: [String] = []

  /// Makes the report of a pass that did nothing.
  public init() {}

  /// What happened to one story.
  public struct Change: Hashable, Codable, Sendable {
    /// What happened: `created`, `extended`, `merged`, `split`, `shrunk`, `revised`, `returned`, `removed`.
    public var kind: String
    /// The story's id.
    public var id: EntryID
    /// Its title.
    public var title: String
    /// The story that it was folded into.
    public var survivor: EntryID?
    /// How many articles it has now.
    public var articles: Int

    /// Makes a change.
    public init(kind: String, id: EntryID, title: String, survivor: EntryID?, articles: Int) {
      self.kind = kind
      self.id = id
      self.title = title
      self.survivor = survivor
      self.articles = articles
    }
  }
}

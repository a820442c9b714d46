public import NewsModel

/// The report of one pass, for `sync`, `resync` and their `--json`.
public struct SyncReport: Hashable, Codable, Sendable {
  /// The number of article files among those looked at.
  public var filesSeen = 0
  /// The number of files that were read because they are new or changed.
  public var filesRead = 0
  /// The number of ignored files, by the defaults or the setting `ignore`.
  public var filesIgnored = 0
  /// Those files and the rules that leave them out: the first of them, in the order of their paths.
  public var ignored: [IgnoredFile] = []
  /// The number of files that are gone.
  public var filesGone = 0
  /// The number of articles that are new or changed.
  public var articlesChanged = 0
  /// The number of articles that are gone.
  public var articlesGone = 0
  /// The number of articles that were moved to the archive.
  public var articlesArchived = 0
  /// The number of archived articles whose text was dropped.
  public var articlesPruned = 0
  /// The number of articles now, those in the archive included.
  public var articles = 0
  /// The number of stories now.
  public var stories = 0
  /// The changes of stories, ordered by id.
  public var changes: [Change] = []
  /// The changes of feeds, the main one first; unchanged feeds are left out.
  public var feeds: [FeedChange] = []
  /// Whether the settings, the pins or the merge model differ from those of the last publication.
  public var hasOtherSettings = false
  /// All files that are set aside now, wholly or in part, and why.
  public var setAside: [SetAsideFile] = []
  /// Files that are missing although their stories stay, and why: something is not mounted, or too
  /// much is missing at once.
  public var missing: [MissingFile] = []
  /// The number of missing files that are withdrawn if they are still missing after the setting
  /// `withdraw_after`.
  public var filesWaiting = 0
  /// The documents written, relative to `public/`.
  public var documentsWritten: [String] = []
  /// Documents that were refused by their own checks and not published; the old ones stay.
  public var refused: [String] = []
  /// Articles directories that could not be read, and why; their articles are kept.
  public var outOfReach: [String] = []
  /// All entries that are left out now because no document of a feed can hold them, and why.
  public var leftOut: [LeftOutEntry] = []
  /// Notes for a person: recovered ids, links left out.
  public var notes: [String] = []

  /// Makes the report of a pass that did nothing.
  public init() {}

  /// Adds the outcome of a publication.
  mutating func add(_ printed: Press.Printed) {
    documentsWritten += printed.written
    refused += printed.refused
    notes += printed.notes
  }

  /// The change of one story.
  public struct Change: Hashable, Codable, Sendable {
    /// The kind: `created`, `extended`, `merged`, `split`, `shrunk`, `revised`, `returned`,
    /// `removed`.
    public var kind: String
    /// The story's id.
    public var id: EntryID
    /// Its title.
    public var title: String
    /// The story that it was folded into.
    public var survivor: EntryID?
    /// The number of its articles now.
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

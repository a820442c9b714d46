public import FoundationEssentials
public import NewsModel

/// One publication: what it changed, so that it can be made again if it was cut short.
public struct PublicationRecord: Hashable, Codable, Sendable {
  /// Its number, one greater than that of the publication before.
  public var number: Int
  /// When it was decided, by the clock; in no published document.
  public var date: Date
  /// The stories whose pages it writes.
  public var stories: [EntryID]
  /// The stories that it retires.
  public var retired: [EntryID]
  /// The archive documents that it adds.
  public var archives: [Archive]
  /// A digest of the settings that documents depend on, and of the program's rendering version.
  public var rendering: String

  /// One new archive document of one feed.
  public struct Archive: Hashable, Codable, Sendable {
    /// The feed's name.
    public var feed: String
    /// The document's number, from 1.
    public var number: Int
    /// Its entries, the newest first.
    public var entries: [EntryID]
    /// The retired stories that it announces as deleted, if any.
    public var tombstones: [EntryID]?

    /// Makes one.
    public init(feed: String, number: Int, entries: [EntryID], tombstones: [EntryID]? = nil) {
      self.feed = feed
      self.number = number
      self.entries = entries
      self.tombstones = tombstones
    }
  }

  /// Makes a record.
  public init(
    number: Int, date: Date, stories: [EntryID], retired: [EntryID], archives: [Archive] = [],
    rendering: String
  ) {
    self.number = number
    self.date = date
    self.stories = stories
    self.retired = retired
    self.archives = archives
    self.rendering = rendering
  }
}

public import FoundationEssentials
public import NewsModel

/// One publication with the changes that it makes, so that it can be repeated if it was cut short.
public struct PublicationRecord: Hashable, Codable, Sendable {
  /// Its number, one greater than that of the publication before.
  public var number: Int
  /// The time of the clock when it was decided; it is in no published document.
  public var date: Date
  /// The stories whose pages it writes.
  public var stories: [EntryID]
  /// The stories that it retires.
  public var retired: [EntryID]
  /// The archive documents that it adds.
  public var archives: [Archive]
  /// A digest of the settings that documents depend on, and of the program's rendering version.
  public var rendering: String
  /// A digest of the program's merge model; nil in records of a version that did not keep it.
  public var merging: String?
  /// Whether it writes every document, not only those of `stories` and `retired`; nil means false.
  public var isWhole: Bool?

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

    /// Makes an archive document.
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
    rendering: String, merging: String? = nil, isWhole: Bool? = nil
  ) {
    self.number = number
    self.date = date
    self.stories = stories
    self.retired = retired
    self.archives = archives
    self.rendering = rendering
    self.merging = merging
    self.isWhole = isWhole
  }

  /// The archive documents that some publications leave to be written, each once, in order of feed
  /// and number.
  ///
  /// A first publication that was cut short before anything was visible is decided anew, and its
  /// archives are then numbered from 1 again. So of two documents with one number, that of the
  /// newest publication counts. One with a number above the feed's count is no longer part of its
  /// archive.
  ///
  /// - Parameters:
  ///   - publications: The publications, the oldest first; one may be there twice.
  ///   - counts: The number of archive documents of each feed, by name.
  /// - Returns: The documents to write.
  static func archives(of publications: [Self], counts: [String: Int]) -> [Archive] {
    var newest: [String: [Int: Archive]] = [:]
    for archive in publications.flatMap(\.archives)
    where archive.number <= counts[archive.feed] ?? 0 {
      newest[archive.feed, default: [:]][archive.number] = archive
    }
    return newest.values.flatMap(\.values).sorted { ($0.feed, $0.number) < ($1.feed, $1.number) }
  }
}

public import NewsModel

/// The record of one feed: which entries its subscription document shows, and its archive
/// documents.
public struct FeedRecord: Hashable, Codable, Sendable {
  /// The feed's name; empty for the main one.
  public var name: String
  /// The entries of the subscription document; the rest is archived.
  public var entries: [EntryID]
  /// The number of archive documents; they are numbered from 1.
  public var archiveCount: Int
  /// The retired stories that no archive document announces as deleted yet, in the order of their
  /// retirement.
  ///
  /// Nil where there are none, as in every record of a version that did not keep them.
  public var unannounced: [EntryID]?
  /// A digest of what the feed took when it was last published (`FeedDefinition.selection`);
  /// another one means that its entries are chosen anew.
  ///
  /// Nil in records of a version that did not keep it, and after lost state: then nothing is chosen
  /// anew.
  public var selection: String?

  /// A digest of the settings that say how much text the archive documents show
  /// (`FeedDefinition.textDigest`), or `mixed`; another one than that of the settings means that
  /// `resync --full` makes them again.
  ///
  /// Nil in records of a version that did not keep it, and after lost state: then they stay as they
  /// are.
  public var archivedText: String?

  /// The entries that it takes and that no document of it can hold, in order of id; they are tried
  /// again when they change.
  ///
  /// Nil where there are none.
  public var leftOut: [LeftOutEntry]?

  /// The mark of archive documents that were made under different settings.
  static let mixed = "mixed"

  /// The selection of a feed that the settings do not define any more; its documents are removed.
  static let undefined = "none"

  /// Makes a record; without arguments, that of a feed that has published nothing.
  public init(name: String, entries: [EntryID] = [], archiveCount: Int = 0) {
    self.name = name
    self.entries = entries
    self.archiveCount = archiveCount
  }
}

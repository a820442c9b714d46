public import NewsModel

/// The record of one feed: the entries of its subscription document, and the number of its archive
/// documents.
public struct FeedRecord: Hashable, Codable, Sendable {
  /// The feed's name; empty for the main one.
  public var name: String
  /// The entries of the subscription document; older ones are archived.
  public var entries: [EntryID]
  /// The number of archive documents; they are numbered from 1.
  public var archiveCount: Int
  /// The retired stories that no archive document announces as deleted yet, in the order of their
  /// retirement.
  ///
  /// Nil if there are none, as in records of versions that did not keep them.
  public var unannounced: [EntryID]?
  /// A digest of the feed's choice of entries when it was last published
  /// (`FeedDefinition.selection`). If it has changed since, its entries are chosen anew.
  ///
  /// Nil in records of versions that did not keep it, and after lost state; then nothing is chosen
  /// anew.
  public var selection: String?

  /// A digest of the settings that decide how much text the archive documents show
  /// (`FeedDefinition.textDigest`), or `mixed`. If the settings give another one, `resync --full`
  /// makes the documents again.
  ///
  /// Nil in records of versions that did not keep it, and after lost state; then they stay as they
  /// are.
  public var archivedText: String?

  /// The entries that it takes and that no document of it can hold, in order of id; they are tried
  /// again when they change.
  ///
  /// Nil if there are none.
  public var leftOut: [LeftOutEntry]?

  /// The value of `archivedText` if the archive documents were made under different settings.
  static let mixed = "mixed"

  /// The value of `selection` for a feed that the settings no longer define; its documents are
  /// removed.
  static let undefined = "none"

  /// Makes a record; without arguments, that of a feed that has published nothing.
  public init(name: String, entries: [EntryID] = [], archiveCount: Int = 0) {
    self.name = name
    self.entries = entries
    self.archiveCount = archiveCount
  }
}

public import NewsModel

/// The changes of one pass to the entries of one feed.
public struct FeedChange: Hashable, Codable, Sendable {
  /// An entry by its id and title.
  public struct Item: Hashable, Codable, Sendable {
    /// Its id.
    public var id: EntryID
    /// Its title.
    public var title: String
  }

  /// The feed's name; empty for the main one.
  public var name: String
  /// The entries that are new in its document, the newest first.
  public var entering: [Item]
  /// The entries that its document shows no longer and that are in no new archive document of it
  /// either.
  public var leaving: [Item]
  /// The number of entries that move to its archive.
  public var archived: Int
}

public import NewsModel

/// The changes of one pass to the entries of one feed.
public struct FeedChange: Hashable, Codable, Sendable {
  /// An entry, as a person knows it.
  public struct Item: Hashable, Codable, Sendable {
    /// Its id.
    public var id: EntryID
    /// Its title.
    public var title: String
  }

  /// The feed's name; empty for the main one.
  public var name: String
  /// The entries that its document did not show before, the newest first.
  public var entering: [Item]
  /// The entries that it does not show any more and that are in no new archive document of it
  /// either.
  public var leaving: [Item]
  /// The number of entries that move to its archive.
  public var archived: Int
}

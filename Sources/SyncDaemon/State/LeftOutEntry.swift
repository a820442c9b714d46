public import NewsModel

/// An entry that belongs to a feed but is not shown, because a document with it would not pass its
/// check.
public struct LeftOutEntry: Hashable, Codable, Sendable {
  /// The entry's id.
  public var id: EntryID
  /// The message: what is wrong with it, and what to do.
  public var reason: String

  /// Makes a left-out entry.
  public init(id: EntryID, reason: String) {
    self.id = id
    self.reason = reason
  }
}

public import NewsModel

/// An entry that a feed does not show though it takes it, since a document with it would break its
/// check.
public struct LeftOutEntry: Hashable, Codable, Sendable {
  /// The entry.
  public var id: EntryID
  /// The words: what is wrong with it, and what to do.
  public var reason: String

  /// Makes one.
  public init(id: EntryID, reason: String) {
    self.id = id
    self.reason = reason
  }
}

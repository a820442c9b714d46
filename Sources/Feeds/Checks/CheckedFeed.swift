public import FoundationEssentials
public import NewsModel

/// The contents of a feed document as its format's check read them, for the rules about all entries
/// together.
public struct CheckedFeed: Sendable {
  /// An entry of the document.
  public struct Entry: Sendable {
    /// Its id.
    public let id: EntryID
    /// When it was published.
    public let published: Date
    /// When it was last changed.
    public let updated: Date

    /// Makes an entry.
    public init(id: EntryID, published: Date, updated: Date) {
      self.id = id
      self.published = published
      self.updated = updated
    }
  }

  /// The latest `updated` that the feed's own date allows, rounded as its format writes it.
  public var latest: Date
  /// The entries in the document's order.
  public var entries: [Entry] = []
  /// The ids of its tombstones.
  public var deleted: [EntryID] = []

  /// Makes a feed; by default without entries.
  public init(latest: Date, entries: [Entry] = [], deleted: [EntryID] = []) {
    self.latest = latest
    self.entries = entries
    self.deleted = deleted
  }

  /// Checks that ids are known and unique, and dates in order.
  func check(isKnown: ((EntryID) -> Bool)?) throws(DocumentFault) {
    var seen: Set<EntryID> = []
    var last: Date?
    for entry in entries {
      guard seen.insert(entry.id).inserted else { throw .duplicateID(entry.id) }
      if let isKnown, !isKnown(entry.id) { throw .unknownID(entry.id) }
      guard entry.published <= entry.updated else { throw .updatedBeforePublished(entry.id) }
      if entry.updated > latest { throw .feedOlderThanEntry(entry.id) }
      if let last, entry.updated > last { throw .entriesOutOfOrder(entry.id) }
      last = entry.updated
    }
    for id in deleted where seen.contains(id) { throw .deletedButPresent(id) }
  }
}

public import FoundationEssentials
public import NewsModel

/// The reading of a feed document by its format's check, for the questions that are about all entries together.
public struct CheckedFeed: Sendable {
  /// An entry's own words.
  public struct Entry: Sendable {
    /// Its id.
    public let id: EntryID
    /// When it was published.
    public let published: Date
    /// When it was last changed.
    public let updated: Date

    /// Says what an entry says.
    public init(id: EntryID, published: Date, updated: Date) {
      self.id = id
      self.published = published
      self.updated = updated
    }
  }

  /// The latest `updated` that the feed's own date allows, rounded as its format writes it.
  public var latest: Date
  /// In the document's order.
  public var entries: [Entry] = []
  /// The ids of its tombstones.
  public var deleted: [EntryID] = []

  /// Begins with a feed without entries.
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

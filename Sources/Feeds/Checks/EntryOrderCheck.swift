import FoundationEssentials
import NewsModel

/// What holds for the entries of a document in any format; fed one entry after the other.
struct EntryOrderCheck {
  let isKnown: ((EntryID) -> Bool)?
  /// The feed's own date, rounded as its format writes it.
  let feedUpdated: Date?
  private var seen: Set<EntryID> = []
  private var last: Date?

  init(isKnown: ((EntryID) -> Bool)?, feedUpdated: Date?) {
    self.isKnown = isKnown
    self.feedUpdated = feedUpdated
  }

  /// The ids so far.
  var ids: Set<EntryID> { seen }

  mutating func take(
    _ id: EntryID, published: Date, updated: Date
  ) throws(DocumentFault) {
    guard seen.insert(id).inserted else { throw .duplicateID(id) }
    if let isKnown, !isKnown(id) { throw .unknownID(id) }
    guard published <= updated else { throw .updatedBeforePublished(id) }
    if let feedUpdated, updated > feedUpdated { throw .feedOlderThanEntry(id) }
    if let last, updated > last { throw .entriesOutOfOrder(id) }
    last = updated
  }
}

import FoundationEssentials
import NewsModel

/// What the check of a format read in a feed document, for the questions that are about all entries together.
struct CheckedFeed {
  /// What an entry says of itself.
  struct Entry {
    let id: EntryID
    let published: Date
    let updated: Date
  }

  /// The latest `updated` that the feed's own date allows, rounded as its format writes it.
  var latest: Date
  /// In the document's order.
  var entries: [Entry] = []
  /// The ids of its tombstones.
  var deleted: [EntryID] = []

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

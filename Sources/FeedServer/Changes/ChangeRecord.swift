import Feeds
import FoundationEssentials
import NewsModel

/// One numbered change, as it is stored and as `GET /changes` tells it.
struct ChangeRecord: Codable, Hashable, Sendable {
  /// Its place in the log, from 1.
  var number: Int
  var id: EntryID
  var kind: EntryChange.Kind
  /// RFC 3339.
  var updated: String
  var title: String
  var url: String
  /// The entry that a removed one was folded into.
  var survivor: EntryID?

  init(_ change: EntryChange, number: Int) {
    self.number = number
    id = change.id
    kind = change.kind
    updated = Timestamp.rfc3339(change.updated)
    title = change.title
    url = change.link
    survivor = change.survivor
  }

  /// Whether it says the same as another change, apart from the numbers.
  func tellsTheSame(as other: ChangeRecord) -> Bool {
    var renumbered = other
    renumbered.number = number
    return self == renumbered
  }
}

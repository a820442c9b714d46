public import FoundationEssentials
public import NewsModel

/// What became of one published entry, as `GET /changes` tells it.
public struct EntryChange: Hashable, Sendable {
  /// What kind of change it was.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The entry is published for the first time.
    case created
    /// What the entry says changed.
    case changed
    /// The entry is gone: withdrawn, or folded into `survivor`.
    case removed
  }

  /// The entry's id.
  public var id: EntryID
  /// What became of it.
  public var kind: Kind
  /// Its `updated`, or the tombstone's `when`.
  public var updated: Date
  /// Its title.
  public var title: String
  /// The absolute address of its page.
  public var link: String
  /// The entry that it was folded into, if it was.
  public var survivor: EntryID?

  /// Makes a change.
  public init(
    id: EntryID, kind: Kind, updated: Date, title: String, link: String, survivor: EntryID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.updated = updated
    self.title = title
    self.link = link
    self.survivor = survivor
  }
}

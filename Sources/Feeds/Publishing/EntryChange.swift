public import FoundationEssentials
public import NewsModel

/// The change of one published entry, as `GET /changes` reports it.
public struct EntryChange: Hashable, Sendable {
  /// The kind of change.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The entry is published for the first time.
    case created
    /// The content of the entry has changed.
    case changed
    /// The entry is gone: withdrawn, or folded into `survivor`.
    case removed
  }

  /// The entry's id.
  public var id: EntryID
  /// The kind of the change.
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

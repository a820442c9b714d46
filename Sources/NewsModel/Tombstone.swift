public import FoundationEssentials

/// The announcement that an entry is gone (RFC 6721 `at:deleted-entry`).
public struct Tombstone: Hashable, Codable, Sendable {
  /// The id of the entry. It is never used again.
  public var id: EntryID
  /// The last part of the path of its page, `stories/SLUG-ID/`.
  public var slug: String
  /// The time when it went. It is stored, not the time of rendering.
  public var when: Date
  /// The entry that its story was folded into; nil if it was withdrawn.
  public var survivor: EntryID?
  /// The absolute address of the survivor's page.
  public var survivorLink: String?
  /// The title it last had.
  public var title: String

  /// Makes a tombstone.
  public init(
    id: EntryID, slug: String, when: Date, survivor: EntryID? = nil, survivorLink: String? = nil,
    title: String
  ) {
    self.id = id
    self.slug = slug
    self.when = when
    self.survivor = survivor
    self.survivorLink = survivorLink
    self.title = title
  }
}

/// The place of a document in an archived feed (RFC 5005 §4).
///
/// Archive documents are numbered from 1, the oldest. Their content never changes once the next one
/// exists.
public struct ArchivePosition: Hashable, Codable, Sendable {
  /// The number of this archive document; nil for the subscription document.
  public var number: Int?
  /// The number of the newest archive document older than this one, if any (`prev-archive`).
  public var previous: Int?
  /// The number of the archive document after this one, if any (`next-archive`).
  public var next: Int?

  /// Makes a position; without arguments, a subscription document with no archive.
  public init(number: Int? = nil, previous: Int? = nil, next: Int? = nil) {
    self.number = number
    self.previous = previous
    self.next = next
  }
}

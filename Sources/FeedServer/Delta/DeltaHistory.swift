import Feeds
import NewsModel

/// Remembers the recent versions of one feed document, enough to tell which entries a client lacks.
///
/// Versions are numbered. For each entry, by the digest of its bytes, it keeps the number of the
/// version since which it has been in the document without a break. A version is identified by the
/// start of its entity tags. An entry is new to a client with version *n* if it has been there
/// since a later one.
struct DeltaHistory: Codable, Hashable, Sendable {
  /// One version.
  struct Instance: Codable, Hashable, Sendable {
    let tag: String
    let number: Int
  }

  /// The number of versions remembered: two days of a change every three minutes, at 60 bytes each.
  static let capacity = 1_000

  private var instances: [Instance] = []
  private var number = 0
  /// The version since which each entry has been in the document, by the entry's digest in
  /// hexadecimal (JSON keys).
  private var since: [String: Int] = [:]

  /// Records a new version; the present one again changes nothing.
  mutating func record(tag: String, entries: FeedSlices) {
    guard instances.last?.tag != tag else { return }
    number += 1
    var still: [String: Int] = [:]
    for slice in entries.slices {
      let digest = DeltaHistory.key(slice.digest)
      still[digest] = since[digest] ?? number
    }
    since = still
    instances.removeAll { $0.tag == tag }
    instances.append(Instance(tag: tag, number: number))
    if instances.count > DeltaHistory.capacity { instances.removeFirst() }
  }

  /// The entries of the newest version that an earlier one has as well. Nil if none of these tags
  /// is remembered, or if the newest version is among them.
  func known(_ entries: FeedSlices, since tags: [String]) -> Set<ContentDigest>? {
    guard let base = instances.last(where: { tags.contains($0.tag) }), base.number < number
    else { return nil }
    return entries.digests.filter { (since[DeltaHistory.key($0)] ?? .max) <= base.number }
  }

  /// 64 bits: no two of the thousands of entries that one feed has had lately agree by chance.
  private static func key(_ digest: ContentDigest) -> String { digest.hex(digits: 16) }
}

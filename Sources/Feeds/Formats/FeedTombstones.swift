import NewsModel

/// Chooses the tombstones that a document may carry.
enum FeedTombstones {
  /// The feed's tombstones without repeats (RFC 6721 §3) and without those of entries that live in
  /// it.
  static func announced(in feed: Feed) -> [Tombstone] {
    guard !feed.tombstones.isEmpty else { return [] }
    let alive = Set(feed.entries.map(\.id))
    var seen: Set<EntryID> = []
    return feed.tombstones.filter { !alive.contains($0.id) && seen.insert($0.id).inserted }
  }
}

import FoundationEssentials
import NewsModel

/// Divides entries into those that a feed's subscription document shows and those that move to its
/// archive (RFC 5005 §4).
///
/// Pure: the same record and entries give the same result.
struct FeedWindow: Hashable {
  /// An entry and its `updated`, which gives its place.
  struct Place: Hashable {
    let id: EntryID
    let updated: Date
  }

  /// The result of a division.
  struct Result: Hashable {
    /// The entries of the subscription document, the newest first.
    var shown: [Place]
    /// The entries of each new archive document, the oldest document first, in each the newest
    /// entry first.
    var archived: [[Place]]
  }

  /// The size of the window.
  let size: FeedWindowSize

  /// The instant before which a story is closed, counted from the newest entry.
  ///
  /// It counts from the start of that entry's UTC day, so that stories are closed together once a
  /// day, not one by one.
  func cutoff(newest: Date) -> Date {
    let day = (newest.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    return Date(timeIntervalSince1970: day - Double(size.age.components.seconds))
  }

  /// The number of entries in an archive document: half the window. So a feed that was full still
  /// shows half a window afterwards.
  private var archived: Int { max(1, size.entries / 2) }

  /// Divides entries.
  ///
  /// Entries that are too old move as soon as they fill an archive document. Until then they stay
  /// last in the subscription document, where every reader finds them. An archive document must not
  /// change, and one for each late report would make a chain as long as the archive. The
  /// subscription document never has more entries than the window.
  ///
  /// - Parameters:
  ///   - entries: The entries that the document showed and that are not gone, with those that
  ///     changed since.
  ///   - isFirst: Whether the feed has no archive document yet. The first ones come in pairs,
  ///     because validators report an archive document without a neighbour.
  /// - Returns: The entries that stay, and those that move to new archive documents.
  func divide(_ entries: [Place], isFirst: Bool = false) -> Result {
    let ordered = entries.sorted { ($1.updated, $1.id) < ($0.updated, $0.id) }
    guard let newest = ordered.first else { return Result(shown: [], archived: []) }
    let cutoff = cutoff(newest: newest.updated)
    var leaving = ordered.count { $0.updated < cutoff }
    if ordered.count > size.entries {
      leaving = max(leaving, ordered.count - max(1, size.entries - size.entries / 2))
    }
    var (count, most) = (leaving / archived, archived)
    // Entries for one document only make two documents of half the size.
    if isFirst, count == 1 { (count, most) = (2, leaving / 2) }
    guard count > 0, most > 0 else { return Result(shown: ordered, archived: []) }
    // From the oldest entry on.
    let documents = (0..<count).map { place in
      Array(ordered[(ordered.count - (place + 1) * most)..<(ordered.count - place * most)])
    }
    return Result(shown: Array(ordered.prefix(ordered.count - count * most)), archived: documents)
  }
}

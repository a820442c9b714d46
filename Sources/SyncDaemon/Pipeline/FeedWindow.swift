import FoundationEssentials
import NewsModel

/// The division of entries into those that a feed's subscription document shows and those that move
/// to its archive (RFC 5005 §4).
///
/// Pure: the same record and entries give the same result.
struct FeedWindow {
  /// An entry's place.
  struct Place: Hashable {
    let id: EntryID
    let updated: Date
  }

  /// The changes of a feed.
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
  /// From the start of its UTC day, so that what ages is closed once a day, together, and not story
  /// by story.
  func cutoff(newest: Date) -> Date {
    let day = (newest.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    return Date(timeIntervalSince1970: day - Double(size.age.components.seconds))
  }

  /// The number of entries in an archive document: half the window, which is what a feed shows
  /// after it was full.
  private var archived: Int { max(1, size.entries / 2) }

  /// Divides entries.
  ///
  /// What is too old leaves as soon as it fills an archive document, and until then stands last in
  /// the subscription document, where everybody finds it: an archive document must not change, and
  /// one for each late report would make a chain as long as the archive. So what waits is known by
  /// what was published, and a document never has more than the window's entries.
  ///
  /// - Parameters:
  ///   - entries: What the document showed, less what is gone, and what has changed since.
  ///   - isFirst: Whether the feed has no archive document yet. Then there come two at once, or
  ///     none, since validators take an archive document without a neighbour for a mistake.
  /// - Returns: What stays and what leaves.
  func divide(_ entries: [Place], isFirst: Bool = false) -> Result {
    let ordered = entries.sorted { ($1.updated, $1.id) < ($0.updated, $0.id) }
    guard let newest = ordered.first else { return Result(shown: [], archived: []) }
    let cutoff = cutoff(newest: newest.updated)
    var leaving = ordered.count { $0.updated < cutoff }
    if ordered.count > size.entries {
      leaving = max(leaving, ordered.count - max(1, size.entries - size.entries / 2))
    }
    var (count, most) = (leaving / archived, archived)
    // What fills one only, as two of half its size.
    if isFirst, count == 1 { (count, most) = (2, leaving / 2) }
    guard count > 0, most > 0 else { return Result(shown: ordered, archived: []) }
    // From the oldest entry on.
    let documents = (0..<count).map { place in
      Array(ordered[(ordered.count - (place + 1) * most)..<(ordered.count - place * most)])
    }
    return Result(shown: Array(ordered.prefix(ordered.count - count * most)), archived: documents)
  }
}

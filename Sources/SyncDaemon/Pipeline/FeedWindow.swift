import FoundationEssentials
import NewsModel

/// Which entries a feed's subscription document shows, and which move to its archive (RFC 5005 §4).
///
/// Pure: the same record and entries give the same result.
struct FeedWindow {
  /// An entry's place.
  struct Place: Hashable {
    let id: EntryID
    let updated: Date
  }

  /// What changes in a feed.
  struct Result: Hashable {
    /// The entries of the subscription document, the newest first.
    var shown: [Place]
    /// The entries of each new archive document, the oldest document first, in each the newest entry first.
    var archived: [[Place]]
  }

  /// How much is shown.
  let size: FeedWindowSize

  /// The instant before which a story is closed, counted from the newest entry.
  ///
  /// From the start of its UTC day, so that what ages out leaves once a day and not entry by entry: each departure
  /// is an archive document.
  func cutoff(newest: Date) -> Date {
    let day = (newest.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    return Date(timeIntervalSince1970: day - Double(size.age.components.seconds))
  }

  /// Divides entries.
  ///
  /// - Parameters:
  ///   - entries: What the document showed, less what is gone, and what has changed since.
  ///   - isFirst: Whether the feed has no archive document yet. Then there come two at once, or none, since validators
  ///     take an archive document without a neighbour for a mistake.
  /// - Returns: What stays and what leaves.
  func divide(_ entries: [Place], isFirst: Bool = false) -> Result {
    let ordered = entries.sorted { ($1.updated, $1.id) < ($0.updated, $0.id) }
    guard let newest = ordered.first else { return Result(shown: [], archived: []) }
    let cutoff = cutoff(newest: newest.updated)
    var shown = ordered.filter { $0.updated >= cutoff }
    var leaving = ordered.filter { $0.updated < cutoff }
    if shown.count > size.entries {
      let kept = max(1, size.entries - size.entries / 2)
      leaving = Array(shown[kept...]) + leaving
      shown = Array(shown[..<kept])
    }
    if isFirst, leaving.count == 1 { return Result(shown: ordered, archived: []) }
    // Documents of half the window at most, which is what it holds after a departure, filled from the oldest entry on.
    var archived: [[Place]] = []
    let oldestFirst = Array(leaving.reversed())
    var most = max(1, size.entries / 2)
    if isFirst { most = min(most, (leaving.count + 1) / 2) }
    for start in stride(from: 0, to: oldestFirst.count, by: max(1, most)) {
      let document = oldestFirst[start..<min(start + most, oldestFirst.count)]
      archived.append(document.reversed())
    }
    return Result(shown: shown, archived: archived)
  }
}

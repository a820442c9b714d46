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
    /// The bytes that it takes in a document, at most.
    var byteCount = 0
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
  /// The bytes that all entries of a document may have together.
  var byteLimit = Int.max

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
  /// subscription document never has more entries than the window, nor more bytes than it may have
  /// unless its newest entry alone has more; whatever is too much is in an archive document.
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
    leaving = max(leaving, tooLarge(ordered))
    var documents = documents(of: ordered, leaving)
    // Entries for one document only make two documents of half the size.
    if isFirst, documents.count == 1 {
      let (half, oldest) = (leaving / 2, Array(ordered.suffix(leaving / 2 * 2)))
      documents = half > 0 ? [Array(oldest.suffix(half)), Array(oldest.prefix(half))] : []
    }
    let count = documents.reduce(0) { $0 + $1.count }
    return Result(shown: Array(ordered.prefix(ordered.count - count)), archived: documents)
  }

  /// The number of entries, the oldest, without which the others have half of the bytes that a
  /// document may have; 0 while all fit.
  private func tooLarge(_ ordered: [Place]) -> Int {
    var sum = ordered.reduce(0) { $0 + $1.byteCount }
    guard sum > byteLimit else { return 0 }
    var count = 0
    for place in ordered.dropFirst().reversed() where sum > byteLimit / 2 {
      sum -= place.byteCount
      count += 1
    }
    return count
  }

  /// Fills archive documents from the oldest entry on. One is full with half a window's entries or
  /// half the bytes; entries that fill none are left over, unless the others need the room.
  ///
  /// - Returns: The oldest document first, in each the newest entry first.
  private func documents(of ordered: [Place], _ leaving: Int) -> [[Place]] {
    let staying = ordered.prefix(ordered.count - leaving).reduce(0) { $0 + $1.byteCount }
    var documents: [[Place]] = []
    var open: [Place] = []
    var byteCount = 0
    func close() {
      documents.append(open.reversed())
      (open, byteCount) = ([], 0)
    }
    for place in ordered.suffix(leaving).reversed() {
      if !open.isEmpty, byteCount + place.byteCount > byteLimit / 2 { close() }
      open.append(place)
      byteCount += place.byteCount
      if open.count == archived { close() }
    }
    if !open.isEmpty, staying + byteCount > byteLimit { close() }
    return documents
  }
}

/// Paths in the order in which they become due.
///
/// A path that changes gets another place. Its older place is skipped when its turn comes, which is
/// cheaper than finding it.
struct DueLine<Instant: InstantProtocol & Sendable>: Sendable {
  /// A path's place in the line.
  struct Place: Sendable {
    let path: FilePath
    let serial: UInt64
    let due: Instant
  }

  private var places: [Place] = []
  private var start = 0

  /// The time when the first place is due; the place may be outdated.
  var due: Instant? { start < places.count ? places[start].due : nil }

  /// Adds a place at the end.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - serial: A number that tells whether the place is outdated.
  ///   - due: The time when it is due; not earlier than the place before it, or it waits for that
  ///     one.
  mutating func append(_ path: FilePath, serial: UInt64, due: Instant) {
    places.append(Place(path: path, serial: serial, due: due))
  }

  /// Removes and returns the first place if it is due; it may be outdated.
  mutating func next(at now: Instant) -> Place? {
    guard start < places.count, places[start].due <= now else { return nil }
    let place = places[start]
    start += 1
    if start == places.count {
      places.removeAll(keepingCapacity: places.count < 4096)
      start = 0
    } else if start > 4096, start > places.count / 2 {
      places.removeFirst(start)
      start = 0
    }
    return place
  }
}

public import FoundationEssentials
public import NewsModel

/// Gives entries their `updated`: forward only, and no instant twice.
///
/// An entry's new `updated` is the date of the article that caused the change, or one second after
/// the previous `updated` if that date is not later. An instant that another entry has is moved by
/// 1 to 997 milliseconds that the id gives, then by one more until it is free: readers that sort by
/// date keep one order, and the same ids are parted the same way.
public struct UpdatedClock: Hashable, Sendable {
  /// The instants in use, in milliseconds since 1970.
  private var taken: [Int64: EntryID] = [:]

  /// Begins with the instants of entries that are published.
  ///
  /// - Parameter entries: Their ids and `updated`; of two with one instant the smaller id keeps it.
  public init(_ entries: [(id: EntryID, updated: Date)] = []) {
    for entry in entries {
      let instant = Timestamp.milliseconds(entry.updated)
      taken[instant] = min(taken[instant] ?? entry.id, entry.id)
    }
  }

  /// The `updated` of an entry that is published for the first time.
  ///
  /// - Parameters:
  ///   - id: The entry's id.
  ///   - date: The date of the last article that brought something: the founding one or an
  ///     independent one.
  /// - Returns: That date to the millisecond, or the next instant that is free.
  public mutating func first(_ id: EntryID, date: Date) -> Date {
    occupy(id, from: Timestamp.milliseconds(Timestamp.wholeMillisecond(date)))
  }

  /// The `updated` of an entry that changed in a way worth telling.
  ///
  /// - Parameters:
  ///   - id: The entry's id.
  ///   - previous: Its `updated` so far.
  ///   - cause: The date of the article that caused the change; nil if it is not known.
  /// - Returns: An instant after `previous` that no other entry has.
  public mutating func next(_ id: EntryID, previous: Date, cause: Date?) -> Date {
    let old = Timestamp.milliseconds(previous)
    if taken[old] == id { taken[old] = nil }
    let stated = cause.map { Timestamp.milliseconds(Timestamp.wholeMillisecond($0)) }
    if let stated, stated > old { return occupy(id, from: stated) }
    return occupy(id, from: old + 1000)
  }

  /// Adds the instant of an entry that came back from the archive.
  public mutating func remember(_ id: EntryID, updated: Date) {
    let instant = Timestamp.milliseconds(updated)
    taken[instant] = min(taken[instant] ?? id, id)
  }

  /// Frees the instant of an entry that is withdrawn or retired.
  public mutating func forget(_ id: EntryID, updated: Date) {
    let instant = Timestamp.milliseconds(updated)
    if taken[instant] == id { taken[instant] = nil }
  }

  private mutating func occupy(_ id: EntryID, from start: Int64) -> Date {
    var instant = start
    if let holder = taken[instant], holder != id {
      // 997, the greatest prime below a second, so that neighbours in digest are no neighbours in
      // time.
      instant += 1 + Int64(ContentDigest(id.rawValue).prefix64 % 997)
      while let holder = taken[instant], holder != id { instant += 1 }
    }
    taken[instant] = id
    return Timestamp.date(milliseconds: instant)
  }
}

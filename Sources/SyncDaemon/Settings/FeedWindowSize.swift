/// How much of the past a subscription document shows; older entries are in its archive documents.
public struct FeedWindowSize: Hashable, Sendable {
  /// How many entries at least, if there are as many; up to twice that until an archive document is full.
  ///
  /// 50 keeps the document between 50 and 100 entries, below the 250 kB that readers take easily
  /// (FEED-CHECKLIST K4).
  public var entries: Int
  /// How old an entry may be, counted from the newest one; an older story is closed.
  ///
  /// 14 days is the reach of a candidate (METHOD.md, step 4): nothing can join a story later than that.
  public var age: Duration

  /// Makes a size.
  public init(entries: Int = 50, age: Duration = .seconds(14 * 86_400)) {
    self.entries = entries
    self.age = age
  }
}

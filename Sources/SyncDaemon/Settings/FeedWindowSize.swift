/// The stretch of the past that a subscription document shows; older entries are in its archive
/// documents.
public struct FeedWindowSize: Hashable, Sendable {
  /// The most entries. When there are more, the older half moves to an archive document at once, so
  /// that there is one archive document for `entries / 2` stories and not one a story.
  ///
  /// 100 keeps the document between 50 and 100 entries. That stays below 250 kB, which readers take
  /// easily.
  public var entries: Int
  /// The greatest age of an entry, counted from the UTC day of the newest one; an older story is
  /// closed.
  ///
  /// 14 days is the time within which articles are compared, so nothing can join a story later than
  /// that.
  public var age: Duration

  /// Makes a size.
  public init(entries: Int = 100, age: Duration = .seconds(14 * 86_400)) {
    self.entries = entries
    self.age = age
  }
}

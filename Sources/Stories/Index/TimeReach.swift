/// The distances in time within which two articles are compared, and within which they can have a
/// score that is kept.
struct TimeReach: Sendable {
  /// The most minutes between dated articles that are near: a day, within which lay all pairs above
  /// the threshold that share lighter terms alone.
  private static let nearMinutes: Int64 = 24 * 60
  /// The distance in milliseconds beyond which articles are never compared.
  let window: Int64
  /// The distance in milliseconds beyond which no texts give two dated articles a score that is
  /// kept.
  let dated: Int64
  private let fileDates: StoryConfiguration.FileDates

  /// Makes a reach.
  ///
  /// - Parameters:
  ///   - windowDays: The days beyond which articles are no candidates.
  ///   - farthestDays: The days beyond which dated articles are none either.
  ///   - fileDates: The worth of a file's time.
  init(windowDays: Int, farthestDays: Double? = nil, fileDates: StoryConfiguration.FileDates) {
    window = Int64(windowDays) * PublicationTime.day
    dated = min(
      window,
      farthestDays.map { Int64(($0 * Double(PublicationTime.day)).rounded(.up)) } ?? window)
    self.fileDates = fileDates
  }

  /// Whether two articles are close enough in time to be compared.
  func covers(_ one: PublicationTime, _ other: PublicationTime) -> Bool {
    if fileDates == .reachEverything, !one.isEvidence || !other.isEvidence { return true }
    return abs(one.milliseconds - other.milliseconds) <= window
  }

  /// Whether two articles are close enough in time for some text to come to a score that is kept.
  func mayKeep(_ one: PublicationTime, _ other: PublicationTime) -> Bool {
    if one.isEvidence, other.isEvidence,
      abs(one.milliseconds - other.milliseconds) > dated
    {
      return false
    }
    return covers(one, other)
  }

  /// Whether two articles are so near in time, or may be, that they need not share the heaviest of
  /// their terms to be compared.
  static func isNear(_ one: PublicationTime, _ other: PublicationTime) -> Bool {
    guard one.isEvidence, other.isEvidence else { return true }
    return near(one).contains(other.minute)
  }

  /// The minutes of the dated articles that are near a time.
  static func near(_ time: PublicationTime) -> ClosedRange<Int32> {
    let minute = Int64(time.minute)
    return Int32(clamping: minute - nearMinutes)...Int32(clamping: minute + nearMinutes)
  }

  /// The distances of dated and of undated articles from an article; nil is any distance.
  func around(_ time: PublicationTime) -> (dated: Int64?, undated: Int64?) {
    let toUndated = fileDates == .reachEverything ? nil : window
    return (time.isEvidence ? dated : toUndated, toUndated)
  }
}

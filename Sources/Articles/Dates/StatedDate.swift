import FoundationEssentials

/// A date that an article states.
struct StatedDate: Equatable, Sendable {
  /// The moment; 00:00 UTC of the day where only a day is stated.
  var moment: Date
  /// Whether a time of day is stated.
  var hasTime: Bool
  /// The distance from UTC of the clock that the text shows, in seconds east; 0 if none is stated.
  var secondsFromUTC: Int

  /// Takes a date that an article, its address or its file states.
  init(_ moment: Date, hasTime: Bool = false, secondsFromUTC: Int = 0) {
    self.moment = moment
    self.hasTime = hasTime
    self.secondsFromUTC = secondsFromUTC
  }
}

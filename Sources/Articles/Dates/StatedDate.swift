import FoundationEssentials

/// A date that an article states.
struct StatedDate: Equatable, Sendable {
  /// The moment; 00:00 UTC of the day where only a day is stated.
  var moment: Date
  /// Whether a time of day is stated.
  var hasTime: Bool
}

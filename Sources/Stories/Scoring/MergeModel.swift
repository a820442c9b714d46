/// The weights and thresholds, one set for all news (HowStoriesAreMade says how they were fitted).
struct MergeModel: Hashable, Sendable {
  /// The weight of each evidence term of the text, in the order of `EvidenceName.weighed`.
  var weights: SIMD16<Double>
  /// What ln(1 + days) weighs, days counted beyond `timeGrace`.
  var time: Double
  /// Days apart that are no evidence.
  var timeGrace: Double
  /// The time term of two articles of which one has no date.
  var timeMissing: Double
  /// The text's part of a score is held within plus and minus this.
  var limit: Double
  /// Scores above this are kept, in millionths; others count as this much in a mean over two groups.
  var absent: Int64
  /// Two groups merge only if more than half of their pairs have scores above this, in millionths.
  var support: Int64
  /// Scores above this link two articles to one component, in millionths.
  var link: Int64
  /// Groups merge while their mean score is above this, in millionths.
  var threshold: Int64
  /// How much of the time term of a group is its distance from the other's span, in hundredths; the rest is the mean
  /// over the pairs.
  var spanShare: Int64

  /// The model that newsfold ships.
  static let shipped = MergeModel(
    weights: SIMD16(
      6.294, 3.702, 0.665, 1.345, -0.513, -0.819, -1.066, -0.828, -6.715, 0, 0, 0, 0, 0, 0, 0),
    time: -4.5, timeGrace: 0.5, timeMissing: -2.1, limit: 6, absent: -4_000_000,
    support: -2_000_000, link: -560_000,
    threshold: -1_140_000, spanShare: 65)

  /// The time term of a distance in days.
  func timeTerm(days: Double) -> Double {
    time * NaturalLogarithm.ofOnePlus(max(0, days - timeGrace))
  }
}

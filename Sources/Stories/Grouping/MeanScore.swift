/// A mean of scores in whole billionths: a thousand times finer than the scores, so that of two
/// means the greater one is found.
struct MeanScore: Hashable, Comparable, Sendable {
  /// None at all.
  static let zero = MeanScore(billionths: 0)

  /// The number of billionths.
  var billionths: Int64

  /// Makes a mean of billionths.
  init(billionths: Int64) { self.billionths = billionths }

  /// Makes the mean of one score.
  init(_ score: LogOdds) { billionths = score.millionths * 1000 }

  static func < (one: MeanScore, other: MeanScore) -> Bool { one.billionths < other.billionths }

  static func - (one: MeanScore, other: MeanScore) -> MeanScore {
    MeanScore(billionths: one.billionths - other.billionths)
  }
}

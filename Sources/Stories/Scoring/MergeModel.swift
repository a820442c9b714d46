/// The weights and thresholds, one set for all news (<doc:HowToTrain> says how they were fitted).
struct MergeModel: Hashable, Sendable {
  /// The weight of each evidence term of the text, in the order of `EvidenceName.weighed`.
  var weights: SIMD16<Double>
  /// The same for two articles in different languages, of whose evidence closeness, breadth,
  /// shorterLength and base are measured.
  var weightsAcrossLanguages: SIMD16<Double>
  /// The weight of ln(1 + days), days counted beyond `timeGrace`.
  var time: Double
  /// Days apart that are no evidence.
  var timeGrace: Double
  /// The time term of two articles of which one has no date.
  var timeMissing: Double
  /// The text's part of a score is held within plus and minus this.
  var limit: Double
  /// Scores above this are kept; others count as this much in a mean over two
  /// groups.
  var absent: LogOdds
  /// Scores above this support a merge: two groups merge only if more than half of
  /// their pairs do.
  var support: LogOdds
  /// Scores above this link two articles to one component.
  var link: LogOdds
  /// Groups merge while their mean score is above this.
  var threshold: LogOdds
  /// Two articles of one language whose texts score at least this, before the limit, print one
  /// text: they are one report (`Reprints`).
  var reprint: Double
  /// The mean score, that two dated groups have to exceed when they are looked at a
  /// second time and one of them is a single report. The mean of their texts has to exceed
  /// `threshold`.
  var secondThreshold: LogOdds
  /// The addition to `secondThreshold` for the smaller group's size, times the logarithm of its
  /// weight.
  var secondGrowth: Double
  /// The addition to either threshold for the smaller group's size, times the logarithm of its
  /// weight.
  var growth: Double
  /// Up to how many pairs of reports half of them suffices then, where more than half has to
  /// support a merge of larger groups.
  var fewPairs: Int64
  /// The share of the distance from the other's span in the time term of a group, in hundredths.
  /// The rest is the mean over the pairs.
  var spanShare: Int64
  /// Two articles with a score above this are near copies: how close they are says
  /// nothing of how close reports of one event are.
  var copy: LogOdds
  /// Two groups stay two if the mean score between them is less than the mean of the means within
  /// them by more than this.
  var rift: LogOdds
  /// And only if it is less than the mean within the looser one by more than this.
  var riftOfLooser: LogOdds
  /// And only if it is below this, where they are dated and of one time and one of
  /// them has `fewAtOnce` articles or fewer.
  var riftAtOnce: LogOdds
  /// Up to how many articles a group is small.
  var fewAtOnce: Int
  /// By how much more a rift must be where one pair tells how close a group's articles are, in
  /// hundredths of `rift`; with *n* pairs by an *n*-th of that.
  var riftDoubt: Int64

  /// The model that newsfold ships.
  static let shipped = MergeModel(
    weights: SIMD16(
      4.47, 2.99, 2.25, 1.06, -0.66, -0.19, -0.37, -0.79, -0.80, -3.20, 0, -2.0, -0.5, -3.5, -20,
      0),
    weightsAcrossLanguages: SIMD16(
      3.84, 0, 0, 0, 0, -2.00, 0, 0, 0, -0.88, 2.94, 0, 0, 0, 0, 0),
    time: -4.5, timeGrace: 0.55, timeMissing: -1.60, limit: 6, absent: -2.3,
    support: -1.7, link: -1.1, threshold: -1.1, reprint: 6.2,
    secondThreshold: -1.6, secondGrowth: 0.5, growth: 0.3, fewPairs: 5,
    spanShare: 30, copy: 3.5, rift: 1.3, riftOfLooser: 0.7, riftAtOnce: 0.0,
    fewAtOnce: 4, riftDoubt: 20
  )

  /// The time term of a distance in days.
  func timeTerm(days: Double) -> Double {
    time * NaturalLogarithm.ofOnePlus(max(0, days - timeGrace))
  }

  /// The distance in days beyond which no text brings two dated articles above `absent`; nil if
  /// there is none.
  var farthestDays: Double? {
    func isWithin(_ days: Double) -> Bool {
      // Two millionths for the rounding of the two parts of a score.
      (limit + timeTerm(days: days) + 0.000_002) * 1_000_000 > Double(absent.millionths)
    }
    // A century; the window ends long before.
    var (near, far) = (0.0, 36_500.0)
    guard time < 0, !isWithin(far) else { return nil }
    // To a fraction of a second.
    for _ in 0..<40 {
      let middle = (near + far) / 2
      if isWithin(middle) { near = middle } else { far = middle }
    }
    return far
  }

  /// Every number by its name, for digests that are stored: a model with the same text groups the
  /// same articles alike.
  ///
  /// The names and the form are those of the version of 2026-12-01, whatever the properties are
  /// called.
  var stored: String {
    let odds = { (name: String, odds: LogOdds) in "\(name): \(odds.millionths)" }
    let vector = { (name: String, values: SIMD16<Double>) in
      let numbers = values.indices.map { "\(values[$0])" }.joined(separator: ", ")
      return "\(name): SIMD16<Double>(\(numbers))"
    }
    let parts = [
      vector("weights", weights), vector("weightsAcrossLanguages", weightsAcrossLanguages),
      "time: \(time)", "timeGrace: \(timeGrace)", "timeMissing: \(timeMissing)",
      "limit: \(limit)", odds("absent", absent), odds("support", support), odds("link", link),
      odds("threshold", threshold), "reprint: \(reprint)",
      odds("secondThreshold", secondThreshold), "secondGrowth: \(secondGrowth)",
      "growth: \(growth)", "fewPairs: \(fewPairs)", "spanShare: \(spanShare)",
      odds("copy", copy), odds("rift", rift), odds("riftOfLooser", riftOfLooser),
      odds("riftAtOnce", riftAtOnce), "fewAtOnce: \(fewAtOnce)", "riftDoubt: \(riftDoubt)",
    ]
    return "MergeModel(" + parts.joined(separator: ", ") + ")"
  }
}

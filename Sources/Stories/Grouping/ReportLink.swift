/// The kept scores between the articles of two reports, summed.
struct ReportLink {
  /// The smaller place of the two reports.
  var first: Int
  /// The greater place.
  var second: Int
  /// The weight of the summed scores.
  var weight: Int64
  /// The parts that the texts give, each times what its score weighs.
  var text: LogOdds
  /// The time terms, likewise.
  var time: LogOdds
  /// The number of scores of two dates.
  var datedCount: Int64
  /// The greatest score.
  var greatest: LogOdds

  /// One score.
  init(first: Int, second: Int, score: PairScore, weight: Int64) {
    self.first = first
    self.second = second
    self.weight = weight
    text = score.text * weight
    time = score.time * weight
    datedCount = score.isDated ? 1 : 0
    greatest = score.total
  }

  /// Adds the scores of another link of the same two reports.
  static func += (sum: inout ReportLink, other: ReportLink) {
    sum.weight += other.weight
    sum.text += other.text
    sum.time += other.time
    sum.datedCount += other.datedCount
    sum.greatest = max(sum.greatest, other.greatest)
  }
}

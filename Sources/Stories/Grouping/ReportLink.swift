/// The kept scores between the articles of two reports, summed.
struct ReportLink {
  /// The smaller place of the two reports.
  var first: Int
  /// The greater place.
  var second: Int
  /// How many scores are summed.
  var count: Int64 = 1
  /// The parts that the texts give, in millionths.
  var text: Int64
  /// The time terms, in millionths.
  var time: Int64
  /// The number of scores of two dates.
  var datedCount: Int64
  /// The greatest score.
  var greatest: Int64

  /// One score.
  init(first: Int, second: Int, score: PairScore) {
    self.first = first
    self.second = second
    text = Int64(score.text)
    time = Int64(score.time)
    datedCount = score.isDated ? 1 : 0
    greatest = score.total
  }

  /// Adds the scores of another link of the same two reports.
  static func += (sum: inout ReportLink, other: ReportLink) {
    sum.count += other.count
    sum.text += other.text
    sum.time += other.time
    sum.datedCount += other.datedCount
    sum.greatest = max(sum.greatest, other.greatest)
  }
}

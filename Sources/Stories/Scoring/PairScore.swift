/// The score of two articles: the text's part and the dates'.
///
/// Stored in twelve bytes, because an index keeps some ten of them an article.
struct PairScore: Hashable, Sendable {
  private var textMillionths: Int32
  private var timeMillionths: Int32
  /// Whether both dates are evidence; only then does a group's span matter.
  var isDated: Bool
  /// Whether the two print one text (`MergeModel.reprint`).
  var isReprint: Bool

  /// Makes a score of its two parts, each of which the model holds within bounds.
  init(text: LogOdds, time: LogOdds, isDated: Bool, isReprint: Bool = false) {
    textMillionths = Int32(text.millionths)
    timeMillionths = Int32(time.millionths)
    self.isDated = isDated
    self.isReprint = isReprint
  }

  /// The text's part.
  var text: LogOdds { LogOdds(millionths: Int64(textMillionths)) }
  /// The dates' part.
  var time: LogOdds { LogOdds(millionths: Int64(timeMillionths)) }
  /// The whole score.
  var total: LogOdds { text + time }
}

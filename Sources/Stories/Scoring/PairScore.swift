/// The score of two articles in millionths of log-odds: whole numbers, so that sums of them are
/// exact.
struct PairScore: Hashable, Sendable {
  /// The text's part.
  var text: Int32
  /// The dates' part.
  var time: Int32
  /// Whether both dates are evidence; only then does a group's span matter.
  var isDated: Bool
  /// Whether the two print one text (`MergeModel.reprint`).
  var isReprint = false

  /// The whole score.
  var total: Int64 { Int64(text) + Int64(time) }
}

/// The sums of the scores between the reports of two groups, each score and count times what its
/// two reports weigh (`Reprints`).
struct GroupLink {
  /// Text terms, and time terms that no span replaces, each counted from `MergeModel.absent` up.
  var fixed = LogOdds.zero
  /// Time terms of pairs with two dates.
  var time = LogOdds.zero
  /// The number of pairs with two dates.
  var datedCount: Int64 = 0
  /// The number of pairs whose score supports a merge (`MergeModel.support`).
  var count: Int64 = 0
  /// The scores of the pairs that are no near copies, counted from `MergeModel.absent` up.
  var differing = LogOdds.zero
  /// The number of pairs that are near copies (`MergeModel.copy`).
  var copyCount: Int64 = 0
  /// Whether one of the scores links its two articles (`MergeModel.link`); without one the groups
  /// stay apart, whatever their spans, so that articles which nothing links never change each
  /// other's stories.
  var isLinked = false

  static func += (sum: inout GroupLink, other: GroupLink) {
    sum.fixed += other.fixed
    sum.time += other.time
    sum.datedCount += other.datedCount
    sum.count += other.count
    sum.differing += other.differing
    sum.copyCount += other.copyCount
    sum.isLinked = sum.isLinked || other.isLinked
  }
}

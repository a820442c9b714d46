/// A merge of two groups that waits in the heap; void once either group has grown.
struct MergeCandidate: Comparable {
  /// The excess of the mean score of the two groups over the required one.
  var excess: MeanScore
  /// The names of the groups: the places of their smallest ids, the smaller first.
  var first: Int
  var second: Int
  /// The numbers of articles that the groups had.
  var firstCount: Int
  var secondCount: Int

  /// The greatest excess is first, ties by the smallest names.
  static func < (one: Self, other: Self) -> Bool {
    if one.excess != other.excess { return one.excess < other.excess }
    return (one.first, one.second, one.firstCount, one.secondCount)
      > (other.first, other.second, other.firstCount, other.secondCount)
  }
}

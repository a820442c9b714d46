/// A merge of two groups that waits in the heap; void once either group has grown.
struct MergeCandidate: Comparable {
  /// The mean score in billionths above `MergeModel.absent`.
  var mean: Int64
  /// The names of the groups: the places of their smallest ids, the smaller first.
  var first: Int
  var second: Int
  /// How many articles the groups had.
  var firstCount: Int
  var secondCount: Int

  /// The greatest mean is first, ties by the smallest names.
  static func < (one: Self, other: Self) -> Bool {
    if one.mean != other.mean { return one.mean < other.mean }
    return (one.first, one.second, one.firstCount, one.secondCount)
      > (other.first, other.second, other.firstCount, other.secondCount)
  }
}

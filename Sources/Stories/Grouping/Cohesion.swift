/// The resemblance of the articles of one group, near copies aside.
///
/// Two prints of one agency report say nothing about the resemblance of reports of one event, so
/// such pairs are not counted.
struct Cohesion: Hashable, Sendable {
  /// The scores between the group's articles, counted from `MergeModel.absent` up.
  private var sum = LogOdds.zero
  /// The number of pairs that are summed.
  private(set) var pairCount: Int64 = 0

  /// Makes the cohesion of a single article, which is unknown.
  init() {}

  /// Adds a group and the links between it and this one.
  mutating func add(_ other: Cohesion, link: GroupLink, pairCount linkPairs: Int64) {
    sum += other.sum + link.differing
    pairCount += other.pairCount + linkPairs - link.copyCount
  }

  /// The mean score above `MergeModel.absent`; nil if no pair says anything.
  var mean: LogOdds? { pairCount > 0 ? sum / pairCount : nil }
}

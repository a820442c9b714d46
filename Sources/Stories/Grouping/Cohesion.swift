/// How much the articles of one group resemble one another, near copies aside.
///
/// Two reports that an agency's subscribers print nearly as they came say nothing of how much reports of one event resemble each
/// other, so pairs of them are not counted.
struct Cohesion: Hashable, Sendable {
  /// The scores between the group's articles, counted from `MergeModel.absent` up.
  private var sum: Int64 = 0
  /// The number of pairs that are summed.
  private(set) var pairCount: Int64 = 0

  /// The cohesion of one article, of which nothing is known.
  init() {}

  /// Adds a group and what links it to this one.
  mutating func add(_ other: Cohesion, link: GroupLink, pairCount linkPairs: Int64) {
    sum += other.sum + link.differing
    pairCount += other.pairCount + linkPairs - link.copyCount
  }

  /// The mean score above `MergeModel.absent` in millionths; nil if no pair says anything.
  var mean: Int64? { pairCount > 0 ? sum / pairCount : nil }
}

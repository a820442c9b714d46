internal import HeapModule

/// Average-link agglomeration of one component of linked articles.
///
/// Again and again the two groups with the greatest mean score over all their pairs merge, a pair without a kept score
/// counting `MergeModel.absent`, while that mean exceeds the threshold. Part of the time term is taken from the gap between
/// the spans of the two groups in place of the pairs' own distances, so that coverage may go on for longer than any of its
/// pairs would bear. Two groups between which there is a rift stay two: their articles resemble each other, but each group's
/// own far more (`Cohesion`). Whole numbers throughout and ties by smallest ids: the result is exact and depends on the set alone.
struct AverageLink {
  private let model: MergeModel
  private var members: [[Int]]
  private var spans: [ClosedRange<Int64>?]
  private var cohesions: [Cohesion]
  private var links: GroupLinks
  private var apart: [Set<Int>]
  private var heap = Heap<MergeCandidate>()

  /// Takes a component.
  ///
  /// - Parameters:
  ///   - times: The articles' times, in the order of their ids.
  ///   - scores: The kept scores between them.
  ///   - apart: Pairs that a pin keeps apart.
  ///   - model: The thresholds.
  init(
    times: [PublicationTime], scores: [ComponentLink], apart: [(Int, Int)] = [],
    model: MergeModel
  ) {
    self.model = model
    members = times.indices.map { [$0] }
    spans = times.map { $0.isEvidence ? $0.milliseconds...$0.milliseconds : nil }
    cohesions = Array(repeating: Cohesion(), count: times.count)
    links = GroupLinks(groupCount: times.count)
    self.apart = Array(repeating: [], count: times.count)
    for (one, other) in apart {
      self.apart[one].insert(other)
      self.apart[other].insert(one)
    }
    for link in scores {
      let score = link.score
      let isCopy = score.total > model.copy
      let sums = GroupLink(
        fixed: Int64(score.text) - model.absent + (score.isDated ? 0 : Int64(score.time)),
        time: score.isDated ? Int64(score.time) : 0, datedCount: score.isDated ? 1 : 0,
        count: score.total > model.support ? 1 : 0,
        differing: isCopy ? 0 : score.total - model.absent, copyCount: isCopy ? 1 : 0,
        isLinked: score.total > model.link)
      links.append(sums, link.first, link.second)
    }
    links.sort()
  }

  /// The groups, each in order, ordered by their first.
  mutating func groups() -> [[Int]] {
    var candidates: [MergeCandidate] = []
    for one in members.indices {
      for row in links.row(one) where one < row.group {
        if let candidate = candidate(one, Int(row.group), links[row]) {
          candidates.append(candidate)
        }
      }
    }
    heap = Heap(candidates)
    while let best = heap.popMax() {
      guard members[best.first].count == best.firstCount,
        members[best.second].count == best.secondCount
      else { continue }
      merge(best.first, best.second)
      for row in links.row(best.first) {
        if let candidate = candidate(best.first, Int(row.group), links[row]) {
          heap.insert(candidate)
        }
      }
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func isApart(_ one: Int, _ other: Int) -> Bool {
    guard !apart[one].isEmpty else { return false }
    return members[other].contains { apart[one].contains($0) }
  }

  /// Folds the second group into the first.
  private mutating func merge(_ one: Int, _ other: Int) {
    cohesions[one].add(
      cohesions[other], link: links.between(one, other) ?? GroupLink(),
      pairCount: Int64(members[one].count) * Int64(members[other].count))
    members[one] += members[other]
    members[other] = []
    apart[one].formUnion(apart[other])
    switch (spans[one], spans[other]) {
    case (let a?, let b?):
      spans[one] = min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    case (nil, let b): spans[one] = b
    default: break
    }
    links.fold(other, into: one)
  }

  /// The merge of two groups, if they may merge.
  private func candidate(_ one: Int, _ other: Int, _ sums: GroupLink) -> MergeCandidate? {
    let (first, second) = (min(one, other), max(one, other))
    let mean = mean(first, second, sums)
    guard mean > (model.threshold - model.absent) * 1000, !isApart(first, second) else {
      return nil
    }
    return MergeCandidate(
      mean: mean, first: first, second: second, firstCount: members[first].count,
      secondCount: members[second].count)
  }

  /// The mean score of two groups above `absent`, in billionths.
  private func mean(_ one: Int, _ other: Int, _ sums: GroupLink) -> Int64 {
    let pairCount = Int64(members[one].count) * Int64(members[other].count)
    // Most pairs have to support the merge, so that no one article is a bridge between groups that have nothing in common.
    guard sums.isLinked, sums.count * 2 > pairCount, !hasRift(one, other, sums, pairCount)
    else { return 0 }
    var gap: Int64 = 0
    if sums.datedCount > 0, let a = spans[one], let b = spans[other] {
      let apart = max(0, a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)
      let term = model.timeTerm(days: Double(apart) / Double(PublicationTime.day))
      gap = Int64(PairScorer.millionths(term))
    }
    let share = model.spanShare
    let sum = 100 * sums.fixed + (100 - share) * sums.time + share * sums.datedCount * gap
    return sum * 10 / pairCount
  }

  /// Whether the articles of two groups resemble each other far less than each group's own.
  private func hasRift(_ one: Int, _ other: Int, _ sums: GroupLink, _ pairCount: Int64) -> Bool {
    guard let first = cohesions[one].mean, let second = cohesions[other].mean else { return false }
    let between = (sums.differing + sums.copyCount * (model.copy - model.absent)) / pairCount
    let fewest = min(cohesions[one].pairCount, cohesions[other].pairCount)
    let rift = model.rift + model.rift * model.riftDoubt / (100 * fewest)
    return (first + second) / 2 - between > rift
  }
}

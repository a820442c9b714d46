internal import HeapModule

/// Average-link agglomeration of one component of linked articles.
///
/// Again and again the two groups with the greatest mean score over all pairs of their reports
/// (`Reprints`) merge, a pair without a kept score counting `MergeModel.absent`, while that mean
/// exceeds the threshold and most pairs support it. Part of the time term is taken from the gap
/// between the spans of the two groups in place of the pairs' own distances, so that coverage may
/// go on for longer than any of its pairs would bear. Then a second look asks less of dated groups,
/// the less the smaller one of the two is, but of a single report as much by its texts. Two groups
/// between which there is a rift stay two: their articles resemble each other, but either group's
/// own far more (`Cohesion`). Whole numbers throughout and ties by smallest ids: the result is
/// exact and depends on the set alone.
struct AverageLink {
  private let model: MergeModel
  private var members: [[Int]]
  private var weights: [GroupWeight]
  private var spans: [ClosedRange<Int64>?]
  private var cohesions: [Cohesion]
  private var links: GroupLinks
  private var apart: [Set<Int>]
  private var isSecondLook = false

  /// Takes a component.
  ///
  /// - Parameters:
  ///   - articles: The articles, in the order of their ids.
  ///   - scores: The kept scores between them.
  ///   - apart: Pairs that a pin keeps apart.
  ///   - separate: Articles that a pin keeps apart from any, of this component or not.
  ///   - model: The thresholds.
  init(
    articles: [GroupedArticle], scores: [ComponentLink], apart: [(Int, Int)] = [],
    separate: Set<Int> = [], model: MergeModel
  ) {
    let reprints = Reprints(
      articles: articles, scores: scores, separate: separate, model: model)
    self.model = model
    members = reprints.reports
    weights = reprints.weights
    spans = reprints.times.map { $0.isEvidence ? $0.milliseconds...$0.milliseconds : nil }
    cohesions = Array(repeating: Cohesion(), count: members.count)
    links = GroupLinks(groupCount: members.count)
    self.apart = Array(repeating: [], count: members.count)
    for (one, other) in apart {
      self.apart[reprints.report(of: one)].insert(other)
      self.apart[reprints.report(of: other)].insert(one)
    }
    for link in reprints.links(scores) {
      if let sums = reprints.sums(link) { links.append(sums, link.first, link.second) }
    }
    links.sort()
  }

  /// The groups, each in order, ordered by their first.
  mutating func groups() -> [[Int]] {
    agglomerate()
    isSecondLook = true
    agglomerate()
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Merges while two groups may.
  private mutating func agglomerate() {
    var candidates: [MergeCandidate] = []
    for one in members.indices {
      for row in links.row(one) where one < row.group {
        if let candidate = candidate(one, Int(row.group), links[row]) {
          candidates.append(candidate)
        }
      }
    }
    var heap = Heap(candidates)
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
  }

  private func isApart(_ one: Int, _ other: Int) -> Bool {
    guard !apart[one].isEmpty else { return false }
    return members[other].contains { apart[one].contains($0) }
  }

  /// Folds the second group into the first.
  private mutating func merge(_ one: Int, _ other: Int) {
    cohesions[one].add(
      cohesions[other], link: links.between(one, other) ?? GroupLink(),
      pairCount: weights[one].pairs(with: weights[other]))
    members[one] += members[other]
    members[other] = []
    weights[one] += weights[other]
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
    let pairCount = weights[first].pairs(with: weights[second])
    guard sums.isLinked, isSupported(sums, pairCount) else { return nil }
    let gap = gap(first, second, sums)
    let mean = mean(sums, pairCount, gap: gap ?? .zero)
    let excess = mean - asked(first, second)
    guard excess > .zero, saysEnough(first, second, sums, pairCount), !isApart(first, second) else {
      return nil
    }
    guard areAtOnce(first, second, mean, gap) || !hasRift(first, second, sums, pairCount) else {
      return nil
    }
    return MergeCandidate(
      excess: excess, first: first, second: second, firstCount: members[first].count,
      secondCount: members[second].count)
  }

  /// Whether two groups are of one time and sooner one story than not: they have no rift then. Of
  /// two large ones on a dense day that says nothing.
  private func areAtOnce(_ one: Int, _ other: Int, _ mean: MeanScore, _ gap: LogOdds?) -> Bool {
    gap == .zero && min(members[one].count, members[other].count) <= model.fewAtOnce
      && mean > MeanScore(model.riftAtOnce - model.absent)
  }

  /// Whether enough pairs support a merge, so that no one article is a bridge between groups that
  /// have nothing in common.
  private func isSupported(_ sums: GroupLink, _ pairCount: Int64) -> Bool {
    if sums.count * 2 > pairCount { return !isSecondLook || sums.datedCount > 0 }
    // Texts alone do not tell two events of one kind: without dates nothing is seen twice.
    return isSecondLook && sums.datedCount > 0 && sums.count * 2 == pairCount
      && pairCount <= model.fewPairs * GroupWeight.unit * GroupWeight.unit
  }

  /// Whether a merge at the second look with a single report of one print has more than its date
  /// for it.
  ///
  /// The second look is for reports that come late; one that comes at the time of a story and says
  /// little of it tells of something else about the same people. The texts' mean score counts, and
  /// what a missing date takes from it.
  private func saysEnough(
    _ one: Int, _ other: Int, _ sums: GroupLink, _ pairCount: Int64
  ) -> Bool {
    guard isSecondLook, min(members[one].count, members[other].count) == 1 else { return true }
    return sums.fixed > (model.threshold - model.absent) * pairCount
  }

  /// The mean score that two groups have to exceed, above `absent`.
  private func asked(_ one: Int, _ other: Int) -> MeanScore {
    let size = Double(min(weights[one].total, weights[other].total)) / Double(GroupWeight.unit)
    let growth = (isSecondLook ? model.secondGrowth : 0) + model.growth
    let more = LogOdds(growth * NaturalLogarithm.of(max(1, size)))
    let least = isSecondLook ? model.secondThreshold : model.threshold
    return MeanScore(least + more - model.absent)
  }

  /// The time term of the distance between the spans of two groups, zero within
  /// `MergeModel.timeGrace`; nil without dates.
  private func gap(_ one: Int, _ other: Int, _ sums: GroupLink) -> LogOdds? {
    guard sums.datedCount > 0, let a = spans[one], let b = spans[other] else { return nil }
    let apart = max(0, a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)
    return LogOdds(model.timeTerm(days: Double(apart) / Double(PublicationTime.day)))
  }

  /// The mean score of two groups above `absent`.
  private func mean(_ sums: GroupLink, _ pairCount: Int64, gap: LogOdds) -> MeanScore {
    let share = model.spanShare
    // A thousand times a sum may be more than 64 bits hold.
    let sum =
      100 * Int128(sums.fixed.millionths) + Int128(100 - share) * Int128(sums.time.millionths)
      + Int128((gap * share).millionths) * Int128(sums.datedCount)
    return MeanScore(billionths: Int64(sum * 10 / Int128(pairCount)))
  }

  /// Whether the articles of two groups resemble each other far less than each group's own.
  private func hasRift(_ one: Int, _ other: Int, _ sums: GroupLink, _ pairCount: Int64) -> Bool {
    guard let first = cohesions[one].mean, let second = cohesions[other].mean else { return false }
    let between = (sums.differing + (model.copy - model.absent) * sums.copyCount) / pairCount
    let fewest = min(cohesions[one].pairCount, cohesions[other].pairCount)
    let single = GroupWeight.unit * GroupWeight.unit
    let rift = model.rift + model.rift * model.riftDoubt * single / (100 * fewest)
    return (first + second) / 2 - between > rift
      && min(first, second) - between > model.riftOfLooser
  }
}

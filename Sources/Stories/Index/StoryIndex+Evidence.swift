internal import Algorithms
public import NewsModel

extension StoryIndex {
  /// The evidence that two articles of the index report one event, without the words; nil if it
  /// lacks one of them.
  public func evidence(_ first: ArticleID, _ second: ArticleID) -> PairEvidence? {
    guard let one = slotOfArticle[first].flatMap({ slots[Int($0)].article }),
      let other = slotOfArticle[second].flatMap({ slots[Int($0)].article })
    else { return nil }
    return evidence(one, other, words: nil)
  }

  /// The evidence that two articles report one event, with the words behind it; the index need hold
  /// neither.
  public func evidence(between first: Article, and second: Article) -> PairEvidence {
    let reader = FeatureReader()
    let one = furniture.applied(reader.prepared(first)).article
    let other = furniture.applied(reader.prepared(second)).article
    return evidence(
      one, other,
      words: WordFinder(reader: reader).words(first, one.features, second, other.features))
  }

  /// Finds the article of a group that has the highest score with one of its articles.
  ///
  /// - Parameters:
  ///   - id: The article.
  ///   - group: The articles in the order of their ids.
  /// - Returns: The closest, of equal ones the first by id; nil if no score with any was kept.
  /// - Complexity: O(*k* log *n*) in its kept scores and the articles of the group.
  public func closest(to id: ArticleID, among group: [ArticleID]) -> ArticleID? {
    guard let slot = slotOfArticle[id].map({ slots[Int($0)] }) else { return nil }
    func isInside(_ slot: Int32) -> Bool {
      guard let id = slots[Int(slot)].article?.id else { return false }
      let place = group.partitioningIndex { $0 >= id }
      return place < group.count && group[place] == id
    }
    let kept = slot.neighbours.filter { isInside($0.slot) }
      .compactMap { neighbour in
        slots[Int(neighbour.slot)].article.map { (id: $0.id, score: neighbour.score.total) }
      }
    // Of a copy no score is kept, neither with the article that it follows nor with others.
    let copies = ([slot.part?.leader].compactMap(\.self) + slot.followers).filter(isInside)
      .compactMap { slots[Int($0)].article?.id }.min()
    let copy = copies.flatMap { other in
      evidence(id, other).map { (id: other, score: LogOdds($0.score)) }
    }
    let best = (kept + [copy].compactMap(\.self))
      .max { ($0.score, $1.id) < ($1.score, $0.id) }
    return best?.id
  }

  /// The path between two articles of one group whose weakest link is strongest; nil if no kept
  /// scores lead from one to the other within the group.
  ///
  /// - Complexity: O(*n*²) in the articles of the group.
  public func path(from first: ArticleID, to second: ArticleID) -> EvidencePath? {
    guard let group = group(of: first), group.contains(second) else { return nil }
    // Copies hang together by the first of them.
    let (start, end) = (leader(of: first), leader(of: second))
    guard let path = path(from: start, to: end, in: group) else { return nil }
    return EvidencePath(
      links: (link(from: first, to: start).map { [$0] } ?? []) + path.links
        + (link(from: end, to: second).map { [$0] } ?? []))
  }

  private func leader(of id: ArticleID) -> ArticleID {
    guard let slot = slotOfArticle[id] else { return id }
    return slots[Int(leader(of: slot))].article?.id ?? id
  }

  /// The link between a copy and the first of its copies; nil if it is that.
  private func link(from first: ArticleID, to second: ArticleID) -> EvidencePath.Link? {
    guard first != second, let score = evidence(first, second)?.score else { return nil }
    return EvidencePath.Link(from: first, to: second, score: score)
  }

  private func path(from first: ArticleID, to second: ArticleID, in group: [ArticleID])
    -> EvidencePath?
  {
    let inside = Set(group)
    var best: [ArticleID: LogOdds] = [first: .greatest]
    var cameFrom: [ArticleID: EvidencePath.Link] = [:]
    var done: Set<ArticleID> = []
    while let here = group.filter({ !done.contains($0) && best[$0] != nil })
      .max(by: { (best[$0] ?? .least, $1) < (best[$1] ?? .least, $0) })
    {
      if here == second { break }
      done.insert(here)
      for (there, score) in keptScores(of: here)
      where inside.contains(there) && !done.contains(there) {
        let width = min(best[here] ?? .least, score)
        guard width > best[there] ?? .least else { continue }
        best[there] = width
        cameFrom[there] = EvidencePath.Link(
          from: here, to: there, score: score.value)
      }
    }
    var links: [EvidencePath.Link] = []
    var here = second
    while here != first {
      guard let link = cameFrom[here] else { return nil }
      links.append(link)
      here = link.from
    }
    return EvidencePath(links: links.reversed())
  }

  /// The kept scores of an article, ordered by the other's id.
  func keptScores(of id: ArticleID) -> [(ArticleID, LogOdds)] {
    guard let slot = slotOfArticle[id] else { return [] }
    return slots[Int(slot)].neighbours.compactMap { neighbour in
      slots[Int(neighbour.slot)].article.map { ($0.id, neighbour.score.total) }
    }.sorted { $0.0 < $1.0 }
  }

  private func evidence(
    _ one: PreparedArticle, _ other: PreparedArticle, words: SharedWords?
  ) -> PairEvidence {
    let scorer = PairScorer(model: configuration.model)
    let (first, second) = one.id < other.id ? (one, other) : (other, one)
    return PairEvidence(
      terms: scorer.terms(first, second),
      score: scorer.score(first, second).total.value,
      threshold: configuration.model.threshold.value,
      notCompared: candidates.reasonNotToCompare(first, second), words: words)
  }
}

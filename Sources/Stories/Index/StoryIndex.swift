public import NewsModel

/// Folds articles into stories: the set of articles decides, never the order in which they came.
///
/// Articles go in and out; `regroup` then groups anew what they touched and says what changed. Any sequence of changes that
/// ends with the same articles and pins ends with the same groups and the same scores.
public struct StoryIndex: Sendable {
  /// What the index did, for `status` and benchmarks.
  public struct Counts: Hashable, Sendable {
    /// Pairs that shared enough signature terms within the window and were scored.
    public var candidates = 0
    /// Scores kept, each pair once.
    public var keptScores = 0
    /// Articles in the largest component that was grouped.
    public var largestComponent = 0
  }

  let configuration: StoryConfiguration
  private(set) var pins: StoryPins
  private(set) var slots: [ArticleSlot] = []
  private(set) var slotOfArticle: [ArticleID: Int32] = [:]
  private var freeSlots: [Int32] = []
  private(set) var candidates: CandidateIndex
  private var pivots: PivotIndex
  private var groupMembers: [Int: [ArticleID]] = [:]
  private var nextGroup = 0
  private var touched: Set<Int32> = []
  private var brokenGroups: Set<Int> = []
  /// What the index did so far.
  public private(set) var counts = Counts()

  /// Makes an empty index.
  public init(configuration: StoryConfiguration = StoryConfiguration()) {
    self.configuration = configuration
    pins = configuration.pins
    pivots = PivotIndex(
      windowDays: configuration.windowDays, fileDates: configuration.fileDates)
    candidates = CandidateIndex(
      windowDays: configuration.windowDays, fileDates: configuration.fileDates)
  }

  /// The number of articles.
  public var count: Int { slotOfArticle.count }

  /// Whether the index holds an article.
  public func contains(_ id: ArticleID) -> Bool { slotOfArticle[id] != nil }

  /// The prepared form of an article, to keep and to insert again without reading its text.
  public func prepared(_ id: ArticleID) -> PreparedArticle? {
    slotOfArticle[id].flatMap { slots[Int($0)].article }
  }

  /// All groups as of the last `regroup`; each ordered, all ordered by their first article.
  ///
  /// - Complexity: O(*n* log *n*) in the number of articles.
  public var groups: [[ArticleID]] {
    groupMembers.values.sorted { $0[0] < $1[0] }
  }

  /// The group of an article as of the last `regroup`.
  public func group(of id: ArticleID) -> [ArticleID]? {
    guard let slot = slotOfArticle[id], let group = slots[Int(slot)].group else { return nil }
    return groupMembers[group]
  }

  /// Adds an article, in place of the one of that id if there is one.
  ///
  /// - Complexity: O(*c*) in its candidates within the window.
  public mutating func insert(_ article: Article) {
    insert(contentsOf: [ArticlePreparer().prepare(article)])
  }

  /// Adds articles, each in place of the one of its id; of two with one id the last stays.
  public mutating func insert(contentsOf articles: some Sequence<Article>) {
    let preparer = ArticlePreparer()
    insert(contentsOf: articles.map { preparer.prepare($0) })
  }

  /// Adds prepared articles.
  public mutating func insert(contentsOf articles: [PreparedArticle]) {
    let added = place(articles)
    var tally = [UInt8](repeating: 0, count: slots.count)
    for slot in added { keep(neighbours(of: slot, tally: &tally), of: slot) }
  }

  /// Adds articles with the work shared among tasks; the result is the same for any number of them.
  public mutating func insert(contentsOf articles: [Article], tasks: Int) async {
    let added = place(await ArticlePreparer.prepare(articles, tasks: tasks))
    for (slot, found) in await neighbours(ofAll: added, tasks: tasks) { keep(found, of: slot) }
  }

  /// Takes an article out; the rest is as if it had never been there.
  public mutating func remove(_ id: ArticleID) {
    guard let slot = slotOfArticle.removeValue(forKey: id) else { return }
    let index = Int(slot)
    if let article = slots[index].article {
      candidates.remove(article, slot: slot)
      pivots.remove(article, slot: slot)
    }
    for neighbour in slots[index].neighbours {
      slots[Int(neighbour.slot)].neighbours.removeAll { $0.slot == slot }
      if neighbour.score.total > configuration.model.link { touched.insert(neighbour.slot) }
    }
    for partner in pinned(id) { touched.insert(partner) }
    if let group = slots[index].group {
      brokenGroups.insert(group)
      for member in groupMembers[group] ?? [] {
        if let other = slotOfArticle[member] { touched.insert(other) }
      }
    }
    slots[index] = ArticleSlot()
    touched.remove(slot)
    freeSlots.append(slot)
  }

  /// Replaces what a person has said of pairs; `regroup` then does it.
  public mutating func setPins(_ pins: StoryPins) {
    let changed =
      pins.together.symmetricDifference(self.pins.together)
      .union(pins.apart.symmetricDifference(self.pins.apart))
    for pair in changed {
      for id in [pair.first, pair.second] {
        if let slot = slotOfArticle[id] { touched.insert(slot) }
      }
    }
    self.pins = pins
  }

  /// Groups anew the components that changes have touched.
  ///
  /// - Returns: The groups that ended and those that began.
  public mutating func regroup() -> PartitionChange {
    var found: [[ArticleID]] = []
    var seen: Set<Int32> = []
    let partners = pinnedSlots()
    for start in touched.sorted() where !seen.contains(start) && slots[Int(start)].article != nil {
      let component = component(from: start, partners: partners, seen: &seen)
      counts.largestComponent = max(counts.largestComponent, component.count)
      for slot in component {
        if let group = slots[Int(slot)].group { brokenGroups.insert(group) }
      }
      found += divide(component)
    }
    let old = brokenGroups.compactMap { groupMembers.removeValue(forKey: $0) }
    touched = []
    brokenGroups = []
    for group in found {
      groupMembers[nextGroup] = group
      for id in group {
        if let slot = slotOfArticle[id] { slots[Int(slot)].group = nextGroup }
      }
      nextGroup += 1
    }
    let unchanged = Set(old).intersection(found)
    return PartitionChange(
      old: old.filter { !unchanged.contains($0) }.sorted { $0[0] < $1[0] },
      new: found.filter { !unchanged.contains($0) }.sorted { $0[0] < $1[0] })
  }

  /// Gives each article a slot and lists it; answers the slots of those that stay.
  private mutating func place(_ articles: [PreparedArticle]) -> [Int32] {
    var added: [Int32] = []
    for article in articles {
      remove(article.id)
      let slot = freeSlots.popLast() ?? Int32(slots.count)
      if Int(slot) == slots.count { slots.append(ArticleSlot()) }
      slots[Int(slot)].article = article
      slotOfArticle[article.id] = slot
      candidates.insert(article, slot: slot)
      pivots.insert(article, slot: slot)
      touched.insert(slot)
      added.append(slot)
    }
    var unique: Set<Int32> = []
    return added.filter { slots[Int($0)].article != nil && unique.insert($0).inserted }
  }

  /// The kept scores of an article with all others.
  func neighbours(of slot: Int32, tally: inout [UInt8]) -> FoundNeighbours {
    var found = FoundNeighbours()
    guard let article = slots[Int(slot)].article else { return found }
    let scorer = PairScorer(model: configuration.model)
    let sharing =
      candidates.slots(sharing: article, counts: &tally)
      + pivots.slots(sharing: article, counts: &tally)
    for other in sharing where other != slot {
      guard let candidate = slots[Int(other)].article,
        candidates.isComparable(article, candidate)
      else { continue }
      found.candidateCount += 1
      let score = scorer.score(article, candidate)
      if score.total > configuration.model.absent {
        found.neighbours.append(ArticleSlot.Neighbour(slot: other, score: score))
      }
    }
    return found
  }

  /// Notes scores at both ends; a pair of two new articles is found twice and noted once.
  private mutating func keep(_ found: FoundNeighbours, of slot: Int32) {
    counts.candidates += found.candidateCount
    for neighbour in found.neighbours
    where !slots[Int(neighbour.slot)].neighbours.contains(where: { $0.slot == slot }) {
      slots[Int(slot)].neighbours.append(neighbour)
      slots[Int(neighbour.slot)].neighbours.append(
        ArticleSlot.Neighbour(slot: slot, score: neighbour.score))
      counts.keptScores += 1
    }
  }

  private func pinned(_ id: ArticleID) -> [Int32] {
    pins.together.union(pins.apart).compactMap { pair in
      guard pair.first == id || pair.second == id else { return nil }
      return slotOfArticle[pair.first == id ? pair.second : pair.first]
    }
  }

  /// The slots that pins put together, by slot.
  private func pinnedSlots() -> [Int32: [Int32]] {
    var partners: [Int32: [Int32]] = [:]
    for pair in pins.together {
      guard let first = slotOfArticle[pair.first], let second = slotOfArticle[pair.second] else {
        continue
      }
      partners[first, default: []].append(second)
      partners[second, default: []].append(first)
    }
    return partners
  }

  private func component(
    from start: Int32, partners: [Int32: [Int32]], seen: inout Set<Int32>
  ) -> [Int32] {
    var component: [Int32] = []
    var waiting = [start]
    seen.insert(start)
    while let slot = waiting.popLast() {
      component.append(slot)
      for neighbour in slots[Int(slot)].neighbours
      where neighbour.score.total > configuration.model.link && seen.insert(neighbour.slot).inserted
      {
        waiting.append(neighbour.slot)
      }
      for partner in partners[slot] ?? [] where seen.insert(partner).inserted {
        waiting.append(partner)
      }
    }
    return component
  }

  private func divide(_ component: [Int32]) -> [[ArticleID]] {
    let articles = component.compactMap { slot in slots[Int(slot)].article.map { (slot, $0) } }
      .sorted { $0.1.id < $1.1.id }
    let ids = articles.map(\.1.id)
    if ids.count == 1 { return [ids] }
    var places: [Int32: Int] = [:]
    for (place, article) in articles.enumerated() { places[article.0] = place }
    var links: [ComponentLink] = []
    for (place, article) in articles.enumerated() {
      for neighbour in slots[Int(article.0)].neighbours {
        guard let other = places[neighbour.slot], place < other else { continue }
        links.append(ComponentLink(first: place, second: other, score: neighbour.score))
      }
    }
    var division = AverageLink(
      times: articles.map(\.1.time), scores: links, together: pairs(pins.together, places),
      apart: pairs(pins.apart, places), model: configuration.model)
    return division.groups().map { $0.map { ids[$0] } }
  }

  private func pairs(_ pins: Set<ArticlePair>, _ places: [Int32: Int]) -> [(Int, Int)] {
    pins.sorted().compactMap { pair in
      guard let one = slotOfArticle[pair.first].flatMap({ places[$0] }),
        let other = slotOfArticle[pair.second].flatMap({ places[$0] })
      else { return nil }
      return (one, other)
    }
  }
}

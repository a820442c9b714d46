public import NewsModel

/// Folds articles into stories: the set of articles decides, never the order in which they came.
///
/// Articles go in and out; `regroup` then groups anew what they touched and says what changed. Any
/// sequence of changes that ends with the same articles and pins ends with the same groups and the
/// same scores.
public struct StoryIndex: Sendable {
  /// Counts of the work of the index, for `status` and benchmarks.
  public struct Counts: Hashable, Sendable {
    /// Pairs that shared enough among their heaviest terms, near enough in time for a score that is
    /// kept, and were scored.
    public var candidates = 0
    /// Scores kept, each pair once.
    public var keptScores = 0
    /// Those of them that link two articles to one component.
    public var links = 0
    /// Articles in the largest component, or part of one, that was grouped at once.
    public var largestComponent = 0
    /// Articles grouped, each as often as it was.
    public var grouped = 0
  }

  let configuration: StoryConfiguration
  private(set) var pins: StoryPins
  var slots: [ArticleSlot] = []
  private(set) var slotOfArticle: [ArticleID: Int32] = [:]
  private var freeSlots: [Int32] = []
  private(set) var candidates: CandidateIndex
  /// The endings of titles.
  private(set) var furniture = TitleFurniture()
  /// The first of the copies of each text.
  var leaders: [CopyKey: Int32] = [:]
  /// The articles that pins name.
  private(set) var pinnedArticles: Set<ArticleID>
  /// Kept from one search to the next: to clear it costs less than to make it.
  private var tally = SlotTally()
  /// The groups that scores make: their articles, ordered by id.
  var groupMembers: [Int: [Int32]] = [:]
  /// The stories that pins make of some of them.
  var pinned = PinnedStories()
  var nextGroup = 0
  /// The articles that are in no group since the last `regroup`.
  var ungrouped: Set<Int32> = []
  /// The groups that ended since the last `regroup`.
  var ended: [[ArticleID]] = []
  /// The counts so far.
  public internal(set) var counts = Counts()

  /// Makes an empty index.
  public init(configuration: StoryConfiguration = StoryConfiguration()) {
    self.configuration = configuration
    pins = configuration.pins
    pinnedArticles = configuration.pins.articles
    candidates = CandidateIndex(configuration)
  }

  /// The number of articles.
  public var count: Int { slotOfArticle.count }

  /// Whether the index holds an article.
  public func contains(_ id: ArticleID) -> Bool { slotOfArticle[id] != nil }

  /// The prepared form of an article, to keep and to insert again without reading its text.
  public func prepared(_ id: ArticleID) -> PreparedArticle? {
    guard let slot = slotOfArticle[id], let article = slots[Int(slot)].article else { return nil }
    return TitleFurniture.restored(article, cut: slots[Int(slot)].cut)
  }

  /// All groups as of the last `regroup`; each ordered, all ordered by their first article.
  ///
  /// - Complexity: O(*n* log *n*) in the number of articles.
  public var groups: [[ArticleID]] {
    let unpinned = groupMembers.filter { !pinned.groups.contains($0.key) }
    return (unpinned.values.map(ids) + pinned.stories).sorted { $0[0] < $1[0] }
  }

  /// The group of an article as of the last `regroup`.
  public func group(of id: ArticleID) -> [ArticleID]? {
    if let story = pinned.storyOf[id] { return pinned.stories[story] }
    guard let slot = slotOfArticle[id], let group = slots[Int(leader(of: slot))].group else {
      return nil
    }
    return groupMembers[group].map(ids)
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
    find(place(articles))
  }

  /// Finds the scores of articles that have none yet.
  private mutating func find(_ added: [Int32]) {
    if added.isEmpty { return }
    let isAdded = marks(added)
    var tally = SlotTally()
    swap(&tally, &self.tally)
    for slot in added { keep(neighbours(of: slot, isAdded: isAdded, tally: &tally), of: slot) }
    swap(&tally, &self.tally)
  }

  /// Adds articles with the work shared among tasks; the result is the same for any number of them.
  public mutating func insert(contentsOf articles: [Article], tasks: Int) async {
    let added = place(await ArticlePreparer.prepare(articles, tasks: tasks))
    for (slot, found) in await neighbours(ofAll: added, tasks: tasks) { keep(found, of: slot) }
  }

  /// Takes an article out; the rest is as if it had never been there.
  public mutating func remove(_ id: ArticleID) {
    guard let slot = slotOfArticle.removeValue(forKey: id) else { return }
    let ends = slots[Int(slot)].article?.titleEnds ?? []
    // Before the article itself is gone: the group that ends held it.
    var changed = unsettle(slot)
    slots[Int(slot)] = ArticleSlot()
    freeSlots.append(slot)
    for other in readAnew(furniture.remove(ends, slot: slot)) where !changed.contains(other) {
      changed.append(other)
    }
    find(changed.filter { !slots[Int($0)].isFollower })
  }

  /// Lists an article, which is to be grouped.
  mutating func list(_ slot: Int32) {
    guard let article = slots[Int(slot)].article else { return }
    candidates.insert(article, slot: slot)
    ungrouped.insert(slot)
  }

  /// Takes an article that is in no group off the lists, with its scores.
  mutating func unlist(_ slot: Int32) {
    let index = Int(slot)
    if let article = slots[index].article {
      candidates.remove(article, slot: slot)
    }
    for neighbour in slots[index].neighbours {
      slots[Int(neighbour.slot)].neighbours.removeAll { $0.slot == slot }
    }
    slots[index].neighbours = []
    ungrouped.remove(slot)
  }

  /// Reads titles anew, of which other ends are furniture than before; answers the slots of those
  /// that changed, which have no scores then.
  private mutating func readAnew(_ stale: Set<Int32>) -> [Int32] {
    var changed: Set<Int32> = []
    for slot in stale.sorted() {
      guard let article = slots[Int(slot)].article else { continue }
      let whole = TitleFurniture.restored(article, cut: slots[Int(slot)].cut)
      let (new, cut) = furniture.applied(whole)
      guard cut != slots[Int(slot)].cut else { continue }
      changed.formUnion(unsettle(slot))
      slots[Int(slot)].article = new
      slots[Int(slot)].cut = cut
      changed.formUnion(settle(slot))
    }
    return changed.filter { !slots[Int($0)].isFollower }.sorted()
  }

  /// Replaces what a person has said of pairs; `regroup` then does it.
  public mutating func setPins(_ pins: StoryPins) {
    let changed =
      pins.together.symmetricDifference(self.pins.together)
      .union(pins.apart.symmetricDifference(self.pins.apart))
    let named = Set(changed.flatMap { [$0.first, $0.second] }).sorted()
    // An article that a pin names stands for itself, and follows no copy.
    let slotsNamed = named.compactMap { slotOfArticle[$0] }
    var found: Set<Int32> = []
    for slot in slotsNamed { found.formUnion(unsettle(slot)) }
    self.pins = pins
    pinnedArticles = pins.articles
    for slot in slotsNamed { found.formUnion(settle(slot)) }
    find(found.filter { !slots[Int($0)].isFollower && slots[Int($0)].neighbours.isEmpty }.sorted())
  }

  /// Ends the group that an article is in, if it is in one.
  mutating func dissolve(_ slot: Int32) {
    guard let group = slots[Int(slot)].group, let members = groupMembers.removeValue(forKey: group)
    else { return }
    if !pinned.groups.contains(group) { ended.append(ids(members)) }
    for member in members {
      slots[Int(member)].group = nil
      ungrouped.insert(member)
    }
  }

  /// The ids of some articles and of the copies that follow them, in order.
  func ids(_ slots: [Int32]) -> [ArticleID] {
    let leaders = slots.compactMap { self.slots[Int($0)].article?.id }
    let followers = slots.flatMap { self.slots[Int($0)].followers }
      .compactMap { self.slots[Int($0)].article?.id }
    return followers.isEmpty ? leaders : (leaders + followers).sorted()
  }

  /// Gives each article a slot and lists it; answers the slots of those that stay.
  private mutating func place(_ articles: [PreparedArticle]) -> [Int32] {
    // All that go before any that comes: what goes may have titles read anew.
    for article in articles { remove(article.id) }
    var last: [ArticleID: Int] = [:]
    for (place, article) in articles.enumerated() { last[article.id] = place }
    var placed: [Int32] = []
    var stale: Set<Int32> = []
    for (place, article) in articles.enumerated() where last[article.id] == place {
      let slot = freeSlots.popLast() ?? Int32(slots.count)
      if Int(slot) == slots.count { slots.append(ArticleSlot()) }
      stale.formUnion(furniture.insert(article.titleEnds, slot: slot))
      slots[Int(slot)].article = article
      slotOfArticle[article.id] = slot
      placed.append(slot)
    }
    let known = Set(placed)
    var added = Set(readAnew(stale.subtracting(known)))
    for slot in placed {
      guard let article = slots[Int(slot)].article else { continue }
      // With the ends that all of them make furniture.
      let whole = TitleFurniture.restored(article, cut: slots[Int(slot)].cut)
      let (headed, cut) = furniture.applied(whole)
      slots[Int(slot)].article = headed
      slots[Int(slot)].cut = cut
      added.formUnion(settle(slot))
    }
    return added.filter { !slots[Int($0)].isFollower }.sorted()
  }

  /// Marks the slots that are added together, by slot; empty for a single one.
  func marks(_ added: [Int32]) -> [Bool] {
    guard added.count > 1 else { return [] }
    var marks = [Bool](repeating: false, count: slots.count)
    for slot in added { marks[Int(slot)] = true }
    return marks
  }

  /// The kept scores of an article with all others.
  ///
  /// - Parameters:
  ///   - slot: The article.
  ///   - isAdded: The articles that are added together with it, by slot: a pair of them is found by
  ///     the later one alone.
  ///   - tally: For the search; empty before and after.
  /// - Returns: The scores, and how many pairs were scored.
  func neighbours(of slot: Int32, isAdded: [Bool], tally: inout SlotTally) -> FoundNeighbours {
    var found = FoundNeighbours()
    guard let article = slots[Int(slot)].article else { return found }
    var probe = PairProbe(article, scorer: PairScorer(model: configuration.model))
    // In the order of the slots: articles that came together lie together in memory.
    let sharing = candidates.slots(sharing: article, tally: &tally).sorted()
    slots.withUnsafeBufferPointer { slots in
      for other in sharing where other != slot {
        if !isAdded.isEmpty, isAdded[Int(other)], other > slot { continue }
        guard let features = slots[Int(other)].article?.features,
          let time = slots[Int(other)].article?.time
        else { continue }
        found.candidateCount += 1
        if let score = probe.keptScore(time, features) {
          found.neighbours.append(ArticleSlot.Neighbour(slot: other, score: score))
        }
      }
    }
    return found
  }

  /// Notes scores at both ends.
  private mutating func keep(_ found: FoundNeighbours, of slot: Int32) {
    counts.candidates += found.candidateCount
    for neighbour in found.neighbours {
      slots[Int(slot)].neighbours.append(neighbour)
      slots[Int(neighbour.slot)].neighbours.append(
        ArticleSlot.Neighbour(slot: slot, score: neighbour.score))
      counts.keptScores += 1
      if neighbour.score.total > configuration.model.link { counts.links += 1 }
    }
  }
}

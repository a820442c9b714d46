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
  /// The decisions of a person on pairs.
  public private(set) var pins: StoryPins
  var slots: [ArticleSlot] = []
  private(set) var slotOfArticle: [ArticleID: Int32] = [:]
  private var freeSlots: [Int32] = []
  private(set) var candidates: CandidateIndex
  /// The endings of titles.
  private(set) var furniture = TitleFurniture()
  /// The articles that may be copies of one text.
  var crowds: [LikenessKey: CopyCrowd] = [:]
  /// Those of them that have changed since `settleCrowds`.
  var unsettled: Set<LikenessKey> = []
  /// The listed articles whose scores have not been found yet.
  private var unscored: Set<Int32> = []
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

  /// Makes the index that was packed.
  init(_ packed: PackedContents, configuration: StoryConfiguration) {
    self.init(configuration: configuration)
    pins = packed.pins
    pinnedArticles = pins.articles
    slots = packed.slots
    slotOfArticle.reserveCapacity(slots.count)
    for (place, slot) in slots.enumerated() {
      guard let article = slot.article else { continue }
      slotOfArticle[article.id] = Int32(place)
      _ = furniture.insert(article.titleEnds, slot: Int32(place))
      if slot.isListed { candidates.insert(article, slot: Int32(place)) }
      if !pinnedArticles.contains(article.id) {
        // In the order of their times already.
        crowds[LikenessKey(article), default: CopyCrowd()].append(Int32(place))
      }
    }
    for (number, members) in packed.groups.enumerated() { groupMembers[number] = members }
    nextGroup = packed.groups.count
    pinned = pinnedStories()
  }

  /// Whether nothing has changed since the last `regroup`.
  var isSettled: Bool {
    ungrouped.isEmpty && ended.isEmpty && unscored.isEmpty && unsettled.isEmpty
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
    place(articles)
    findScores()
  }

  /// Finds the scores of articles that have none yet.
  private mutating func findScores() {
    let added = scoreless()
    let isAdded = marks(added)
    var tally = SlotTally()
    swap(&tally, &self.tally)
    for slot in added { keep(neighbours(of: slot, isAdded: isAdded, tally: &tally), of: slot) }
    swap(&tally, &self.tally)
  }

  /// The listed articles that have no scores yet, in order; they are to be given some now.
  private mutating func scoreless() -> [Int32] {
    defer { unscored = [] }
    return unscored.sorted()
  }

  /// Adds articles with the work shared among tasks; the result is the same for any number of them.
  public mutating func insert(contentsOf articles: [Article], tasks: Int) async {
    place(await ArticlePreparer.prepare(articles, tasks: tasks))
    for (slot, found) in await neighbours(ofAll: scoreless(), tasks: tasks) {
      keep(found, of: slot)
    }
  }

  /// Takes an article out; the rest is as if it had never been there.
  public mutating func remove(_ id: ArticleID) { remove([id]) }

  /// Takes articles out; the rest is as if they had never been there.
  public mutating func remove(_ ids: some Sequence<ArticleID>) {
    takeOut(ids)
    settleCrowds()
    findScores()
  }

  /// Takes articles out; what followed them is to be settled.
  private mutating func takeOut(_ ids: some Sequence<ArticleID>) {
    var stale: Set<Int32> = []
    for id in ids {
      guard let slot = slotOfArticle.removeValue(forKey: id) else { continue }
      let ends = slots[Int(slot)].article?.titleEnds ?? []
      // Before the article itself is gone: the group that ends held it.
      unsettle(slot)
      slots[Int(slot)] = ArticleSlot()
      freeSlots.append(slot)
      stale.remove(slot)
      stale.formUnion(furniture.remove(ends, slot: slot))
    }
    readAnew(stale)
  }

  /// Lists an article, which is to be grouped.
  mutating func list(_ slot: Int32) {
    guard let article = slots[Int(slot)].article else { return }
    candidates.insert(article, slot: slot)
    slots[Int(slot)].isListed = true
    ungrouped.insert(slot)
    unscored.insert(slot)
  }

  /// Takes an article that is in no group off the lists, with its scores, if it is on them.
  mutating func unlist(_ slot: Int32) {
    let index = Int(slot)
    guard slots[index].isListed else { return }
    slots[index].isListed = false
    if let article = slots[index].article {
      candidates.remove(article, slot: slot)
    }
    for neighbour in slots[index].neighbours {
      slots[Int(neighbour.slot)].neighbours.removeAll { $0.slot == slot }
    }
    slots[index].neighbours = []
    ungrouped.remove(slot)
    unscored.remove(slot)
  }

  /// Reads titles anew, of which other ends are furniture than before; those that changed are to be
  /// settled, and have no scores then.
  private mutating func readAnew(_ stale: Set<Int32>) {
    for slot in stale.sorted() {
      guard let article = slots[Int(slot)].article else { continue }
      let whole = TitleFurniture.restored(article, cut: slots[Int(slot)].cut)
      let (new, cut) = furniture.applied(whole)
      guard cut != slots[Int(slot)].cut else { continue }
      unsettle(slot)
      slots[Int(slot)].article = new
      slots[Int(slot)].cut = cut
      settle(slot)
    }
  }

  /// Replaces what a person has said of pairs; `regroup` then does it.
  public mutating func setPins(_ pins: StoryPins) {
    let changed =
      pins.together.symmetricDifference(self.pins.together)
      .union(pins.apart.symmetricDifference(self.pins.apart))
    let named = Set(changed.flatMap { [$0.first, $0.second] }).sorted()
    // An article that a pin names stands for itself, and follows no copy.
    let slotsNamed = named.compactMap { slotOfArticle[$0] }
    for slot in slotsNamed { unsettle(slot) }
    self.pins = pins
    pinnedArticles = pins.articles
    for slot in slotsNamed { settle(slot) }
    settleCrowds()
    findScores()
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

  /// Gives each article a slot and lists it.
  private mutating func place(_ articles: [PreparedArticle]) {
    // All that go before any that comes: what goes may have titles read anew.
    takeOut(articles.map(\.id))
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
    readAnew(stale.subtracting(placed))
    for slot in placed {
      guard let article = slots[Int(slot)].article else { continue }
      // With the ends that all of them make furniture.
      let whole = TitleFurniture.restored(article, cut: slots[Int(slot)].cut)
      let (headed, cut) = furniture.applied(whole)
      slots[Int(slot)].article = headed
      slots[Int(slot)].cut = cut
      settle(slot)
    }
    settleCrowds()
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

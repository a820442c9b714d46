import FoundationEssentials
import NewsModel
import Stories

/// The stage fold: changed articles become groups, and those become stories.
///
/// It owns the index of all open articles, and nothing else. `StoryLedger` decides which group has
/// which id.
struct StoryFolding {
  private var index = StoryIndex()
  /// The pins of pairs that the index has.
  private var pinnedPairs = StoryPins()
  /// The articles of stories that no file has shown since the start. They are withdrawn once every
  /// file was looked at and none of them can hold them.
  private var unfound: Set<ArticleID> = []

  /// Makes an empty index; call `open` next.
  init() {}

  /// Fills the index with all open articles.
  mutating func open(_ view: MemoryView, _ world: PassWorld) async throws(PassInterrupted) {
    var index = StoryIndex()
    try await Self.insert(
      view.open.articles.values.sorted { $0.id < $1.id }.map(\.article), into: &index, world)
    _ = index.regroup()
    self.index = index
  }

  /// Applies the changes of articles to the index, and finds the groups that result.
  ///
  /// - Parameters:
  ///   - delta: The changes of articles.
  ///   - memory: The state, with these changes in it.
  ///   - isWhole: Whether every file was looked at.
  ///   - rules: The rules.
  ///   - world: The receiver of progress.
  /// - Throws: `PassInterrupted`.
  /// - Returns: The groups.
  mutating func group(
    _ delta: ArticleDelta, in memory: inout SiteMemory, isWhole: Bool, rules: SiteRules,
    world: PassWorld
  ) async throws(PassInterrupted) -> Grouping {
    let awake = Set(memory.awake).subtracting(delta.changed)
    index.remove(delta.gone.keys.sorted())
    try await Self.insert(
      awake.sorted().compactMap { memory.state.articles[$0]?.article }, into: &index, world)
    try await Self.insert(
      delta.changed.sorted().compactMap { memory.state.articles[$0]?.article }, into: &index, world)
    let resolver = rules.resolver(in: memory.view)
    let pairs = rules.pins.pairs { resolver.article(named: $0) }
    if pairs != pinnedPairs {
      index.setPins(pairs)
      pinnedPairs = pairs
    }
    world.reach(.fold)
    let change = index.regroup()
    world.reach(.fold)

    var grouping = Grouping(
      groups: change.new, removed: delta.gone.keys.sorted(), revised: delta.revised)
    if memory.isUnsure {
      // The state may have been folded by another version, or read before state was lost.
      grouping.groups = index.groups.filter { !isAsRemembered($0, delta, memory.state) }
      unfound = Set(memory.state.ledger.articles)
    } else {
      let touched = Set(grouping.groups.joined())
      for id in delta.changed.sorted() where !touched.contains(id) {
        if let group = index.group(of: id), !grouping.groups.contains(group) {
          grouping.groups.append(group)
        }
      }
    }
    if isWhole {
      // A file that was seen to be gone needs no search for its articles.
      unfound.subtract(delta.gone.keys)
      grouping.removed = Set(grouping.removed).union(withdrawn(in: &memory)).sorted()
    }
    return grouping
  }

  /// The articles of stories that are in no file, now that every file was looked at.
  private mutating func withdrawn(in memory: inout SiteMemory) -> [ArticleID] {
    guard !unfound.isEmpty else { return [] }
    let state = memory.state
    unfound = unfound.filter { state.articles[$0] == nil && state.ledger.story(of: $0) != nil }
    let setAside = state.setAside
    guard setAside.isEmpty || unfound.isEmpty else {
      memory.note(
        "\(unfound.count) published articles were in none of the files that can be read, and stay: "
          + "one of the \(setAside.count) files that are set aside may hold them. Mend or remove those."
      )
      return []
    }
    defer { unfound = [] }
    return unfound.sorted()
  }

  /// Whether a group is exactly a published story, so that a start has nothing to decide about it.
  private func isAsRemembered(
    _ group: [ArticleID], _ delta: ArticleDelta, _ state: SyncState
  ) -> Bool {
    // A state that was recovered from pages may lack what only a fold decides.
    guard state.lastPublication != nil, let first = group.first else { return false }
    return state.ledger.story(of: first)?.articles == group
      && !group.contains { delta.changed.contains($0) }
  }

  /// The facts that the ledger needs.
  func facts(
    _ view: MemoryView, gone: [ArticleID: Article], rules: SiteRules
  ) -> PassFacts {
    PassFacts(
      state: view.open, gone: gone, index: index, archive: view.archive,
      entryMint: EntryMint(authority: rules.settings.idAuthority, date: rules.settings.idDate))
  }

  /// Sets of articles that are grouped with one another.
  var components: [[ArticleID]] { index.components() }

  /// Removes archived articles from the index.
  mutating func forget(_ articles: [ArticleID]) {
    index.remove(articles)
    _ = index.regroup()
  }

  /// Inserts articles in batches, small enough to report progress every few seconds.
  private static func insert(
    _ articles: [Article], into index: inout StoryIndex, _ world: PassWorld
  ) async throws(PassInterrupted) {
    for start in stride(from: 0, to: articles.count, by: 1000) {
      world.reach(.fold)
      try world.stopIfAsked()
      await index.insert(
        contentsOf: Array(articles[start..<min(start + 1000, articles.count)]), tasks: 2)
    }
  }
}

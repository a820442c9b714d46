import FoundationEssentials
import NewsModel
import Stories

/// The stage fold: changed articles become groups, and those become stories.
///
/// It owns the index of all open articles, and nothing else. `StoryLedger` decides which group has
/// which id. The index is made when a pass first needs it: a start at which nothing has changed
/// takes the stories for its groups, if the last process has sealed that they are.
struct StoryFolding {
  /// The index; nil until a pass needs it.
  private var index: StoryIndex?
  private let packed: PackedFolding
  /// The pins of pairs that the index has, or is to have.
  private var pinnedPairs = StoryPins()
  /// The articles of stories that no file has shown since the start. They are withdrawn once every
  /// file was looked at and none of them can hold them.
  private var unfound: Set<ArticleID> = []
  /// The seal of the last process; nil once something has changed.
  private var seal: PackedFolding.Seal?
  /// The mark of the state at the start.
  private var mark: ContentDigest?
  /// The articles that were read from their texts since the index was kept; nil if none is kept.
  private var changeCount: Int?

  /// The index is kept anew when more than this part of its articles has changed since: reading so
  /// many again costs a start as much as keeping them does.
  private static let keptPart = 32

  /// Makes a folding without an index; call `open` next.
  init(_ packed: PackedFolding) { self.packed = packed }

  /// Looks whether the stories are known to be the groups of all articles.
  mutating func open(_ memory: SiteMemory) {
    mark = memory.mark
    seal = memory.state.lastPublication == nil ? nil : packed.kept
  }

  /// Whether the stories are the groups, so that a pass without changes has nothing to fold.
  private func isSealed(_ pairs: StoryPins, _ memory: SiteMemory) -> Bool {
    index == nil && seal != nil && seal == packed.seal(of: mark, pairs) && memory.awake.isEmpty
      && memory.recovered.isEmpty
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
    world.reach(.fold)
    let resolver = rules.resolver(in: memory.view)
    let pairs = rules.pins.pairs { resolver.article(named: $0) }
    var grouping = Grouping(groups: [], removed: delta.gone.keys.sorted(), revised: delta.revised)
    if delta.changed.isEmpty, delta.gone.isEmpty, isSealed(pairs, memory) {
      pinnedPairs = pairs
    } else {
      seal = nil
      grouping.groups = try await groups(after: delta, pairs, memory, world)
    }
    if memory.isUnsure {
      // The state may have been read before it was lost.
      unfound = Set(memory.state.ledger.articles)
    }
    if isWhole {
      // A file that was seen to be gone needs no search for its articles.
      unfound.subtract(delta.gone.keys)
      grouping.removed = Set(grouping.removed).union(withdrawn(in: &memory)).sorted()
    }
    return grouping
  }

  /// The groups that a change has touched; after a start all that are not remembered as stories.
  private mutating func groups(
    after delta: ArticleDelta, _ pairs: StoryPins, _ memory: SiteMemory, _ world: PassWorld
  ) async throws(PassInterrupted) -> [[ArticleID]] {
    let state = memory.state
    let isFresh = index == nil
    pinnedPairs = pairs
    if isFresh {
      try await make(of: memory.view, world)
    } else {
      let awake = Set(memory.awake).subtracting(delta.changed)
      index?.remove(delta.gone.keys.sorted())
      for articles in [awake, delta.changed] {
        try await insert(articles.sorted().compactMap { state.articles[$0]?.article }, world)
      }
      changeCount = changeCount.map { $0 + awake.count + delta.changed.count + delta.gone.count }
    }
    if pairs != index?.pins { index?.setPins(pairs) }
    world.reach(.fold)
    let change = index?.regroup()
    world.reach(.fold)
    if memory.isUnsure || isFresh {
      // The state may have been folded by another version.
      return (index?.groups ?? []).filter { !isAsRemembered($0, delta.changed, state) }
    }
    var groups = change?.new ?? []
    let touched = Set(groups.joined())
    for id in delta.changed.sorted() where !touched.contains(id) {
      if let group = index?.group(of: id), !groups.contains(group) { groups.append(group) }
    }
    return groups
  }

  /// Makes the index of all open articles: of the one that was kept, and of the texts that have
  /// changed since.
  private mutating func make(
    of view: MemoryView, _ world: PassWorld
  ) async throws(PassInterrupted) {
    let articles = view.open.articles
    let kept = packed.read(world.log)
    var fresh = kept ?? StoryIndex()
    let gone = fresh.articles.filter { articles[$0] == nil }.sorted()
    fresh.remove(gone)
    let others = articles.values.sorted { $0.id < $1.id }.map(\.article)
      .filter { !fresh.holds($0) }
    index = fresh
    do {
      try await insert(others, world)
    } catch {
      index = nil
      throw error
    }
    changeCount = kept == nil ? nil : gone.count + others.count
  }

  /// Makes the index now if no pass has needed it yet, so that the first change does not wait for
  /// it.
  mutating func prepare(_ memory: SiteMemory, _ world: PassWorld) async throws(PassInterrupted) {
    guard index == nil, !memory.isUnsure else { return }
    try await make(of: memory.view, world)
    if pinnedPairs != index?.pins { index?.setPins(pinnedPairs) }
    _ = index?.regroup()
  }

  /// Keeps what the next start needs, unless too little has changed.
  ///
  /// - Parameters:
  ///   - memory: The state.
  ///   - isLast: Whether the process is about to end, so that it seals what it has found.
  ///   - world: The log.
  mutating func keep(_ memory: SiteMemory, isLast: Bool, _ world: PassWorld) {
    // A service that is told to stop has a second, and the next start can make all of it again.
    guard memory.isWriting, !world.isStopping(), !memory.isUnsure,
      memory.state.lastPublication != nil,
      let fresh = packed.seal(of: memory.mark, pinnedPairs)
    else { return }
    guard let index else {
      // Nothing has changed but what no group depends on.
      if seal != nil, seal == packed.seal(of: mark, pinnedPairs), fresh != seal {
        packed.keep(fresh, world.log)
      }
      return
    }
    let isDue = changeCount.map { $0 * Self.keptPart > index.count } ?? true
    if isDue, packed.keep(index, world.log) { changeCount = 0 }
    guard isDue || isLast, packed.kept != fresh else { return }
    if index.groups.allSatisfy({ isAsRemembered($0, [], memory.state) }) {
      packed.keep(fresh, world.log)
    }
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
    _ group: [ArticleID], _ changed: Set<ArticleID>, _ state: SyncState
  ) -> Bool {
    // A state that was recovered from pages may lack what only a fold decides.
    guard state.lastPublication != nil, let first = group.first else { return false }
    return state.ledger.story(of: first)?.articles == group
      && !group.contains { changed.contains($0) }
  }

  /// The facts that the ledger needs.
  func facts(
    _ view: MemoryView, gone: [ArticleID: Article], rules: SiteRules
  ) -> PassFacts {
    PassFacts(
      state: view.open, gone: gone, index: index ?? StoryIndex(), archive: view.archive,
      entryMint: EntryMint(authority: rules.settings.idAuthority, date: rules.settings.idDate))
  }

  /// Sets of articles that are grouped with one another.
  mutating func components(
    _ memory: SiteMemory, _ world: PassWorld
  ) async throws(PassInterrupted) -> [[ArticleID]] {
    try await prepare(memory, world)
    return index?.components() ?? []
  }

  /// Removes archived articles from the index.
  mutating func forget(_ articles: [ArticleID]) {
    index?.remove(articles)
    _ = index?.regroup()
    changeCount = changeCount.map { $0 + articles.count }
  }

  /// Inserts articles in batches, small enough to report progress every few seconds.
  private mutating func insert(
    _ articles: [Article], _ world: PassWorld
  ) async throws(PassInterrupted) {
    for start in stride(from: 0, to: articles.count, by: 1000) {
      world.reach(.fold)
      try world.stopIfAsked()
      await index?.insert(
        contentsOf: Array(articles[start..<min(start + 1000, articles.count)]), tasks: 2)
    }
  }
}

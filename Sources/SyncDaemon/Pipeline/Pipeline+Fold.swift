import FoundationEssentials
import Logging
import NewsModel
import Stories

extension Pipeline {
  /// The stage fold: changed articles become story changes.
  mutating func fold(
    _ outcome: ArticleIntake.Outcome, isWhole: Bool, number: Int, at moment: Date
  ) async throws -> [StoryChange] {
    // Held by nobody else while it changes, so that no copy is made of it.
    var index = self.index
    self.index = StoryIndex()
    for id in outcome.gone.keys.sorted() { index.remove(id) }
    let returned = Set(awake).subtracting(outcome.changed).sorted()
    try await insert(returned.compactMap { state.articles[$0]?.article }, into: &index)
    for story in Set(returned.compactMap { state.ledger.story(of: $0)?.id }) {
      guard let updated = state.ledger.stories[story]?.updated else { continue }
      clock.remember(story, updated: updated)
    }
    awake = []
    let fresh = outcome.changed.sorted().compactMap { state.articles[$0]?.article }
    try await insert(fresh, into: &index)
    let resolver = ArticleResolver(site: site, settings: settings, state: state)
    let pairs = pins.pairs { resolver.article(named: $0) }
    if pairs != pinnedPairs {
      index.setPins(pairs)
      pinnedPairs = pairs
    }
    onProgress(.fold)
    let change = index.regroup()
    onProgress(.fold)

    var groups = change.new
    var removed = outcome.gone.keys.sorted()
    if isFirstPass {
      // What was remembered may have been folded by another version, or read before state was lost.
      groups = index.groups.filter { !isAsRemembered($0, outcome) }
      if isWhole {
        removed = state.ledger.articles.filter { state.articles[$0] == nil }
      }
      isFirstPass = false
    } else {
      let touched = Set(groups.joined())
      for id in outcome.changed.sorted() where !touched.contains(id) {
        if let group = index.group(of: id), !groups.contains(group) { groups.append(group) }
      }
    }
    var ledger = state.takeLedger()
    let facts = PassFacts(
      state: state, gone: outcome.gone, index: index, archive: archive,
      entryMint: EntryMint(authority: settings.idAuthority, date: settings.idDate))
    let changes = ledger.apply(
      groups: groups, removed: removed, revised: outcome.revised, publication: number, now: moment,
      facts: facts)
    state.put(ledger)
    self.index = index
    return changes
  }

  /// Whether a group is a story as it was published, so that a start has nothing to decide about it.
  private func isAsRemembered(_ group: [ArticleID], _ outcome: ArticleIntake.Outcome) -> Bool {
    // What was recovered from pages may lack what only a fold decides.
    guard state.lastPublication != nil, let first = group.first else { return false }
    return state.ledger.story(of: first)?.articles == group
      && !group.contains { outcome.changed.contains($0) }
  }

  /// Inserts articles so many at a time that it shows, within seconds, that it gets on.
  func insert(_ articles: [Article], into index: inout StoryIndex) async throws {
    for start in stride(from: 0, to: articles.count, by: 1000) {
      onProgress(.fold)
      try stopIfAsked()
      await index.insert(
        contentsOf: Array(articles[start..<min(start + 1000, articles.count)]), tasks: 2)
    }
  }
}

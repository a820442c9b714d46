import FoundationEssentials
import NewsModel
import Stories

extension Pipeline {
  /// Decides what each feed shows from now on.
  ///
  /// - Parameters:
  ///   - composed: What changed.
  ///   - isAnew: Whether what was published is gone, so that archives are made again, too.
  ///   - isAll: Whether every document is to be rendered.
  /// - Returns: The documents to render, feed by feed.
  mutating func planFeeds(_ composed: ComposedChanges, isAnew: Bool, isAll: Bool) -> FeedPlan {
    var plan = FeedPlan()
    let window = FeedWindow(size: settings.window)
    for definition in FeedDefinition.all(settings) {
      let known = isAnew ? nil : state.feeds[definition.name]
      let places =
        definition.isMerged
        ? storyPlaces(definition, known: known, composed: composed)
        : articlePlaces(known: known, composed: composed)
      var record = known ?? FeedRecord(name: definition.name)
      let division = window.divide(places, isFirst: record.archiveCount == 0)
      var archived = division.archived.map { $0.map(\.id) }
      var unannounced = unannounced(definition, known: known, composed: composed)
      // Whoever reads the archive alone must learn of each story that is gone from it; a document of tombstones comes
      // before the subscription document has more of them than entries.
      if record.archiveCount > 0, archived.isEmpty, unannounced.count > settings.window.entries {
        archived = [[]]
      }
      for (index, entries) in archived.enumerated() {
        record.archiveCount += 1
        let isNewest = index == archived.count - 1
        plan.archives.append(
          .init(
            feed: definition.name, number: record.archiveCount, entries: entries,
            tombstones: isNewest && !unannounced.isEmpty ? unannounced : nil))
        if isNewest { unannounced = [] }
      }
      // Nobody can have found a story in an archive that does not exist; they are shown while they are recent.
      if record.archiveCount == 0 { unannounced = unannounced.suffix(settings.window.entries) }
      record.unannounced = unannounced.isEmpty ? nil : unannounced
      record.entries = division.shown.map(\.id)
      let shown = Set(record.entries)
      let isTouched =
        definition.isMerged
        ? !shown.isDisjoint(with: composed.changed) || !composed.retired.isEmpty
        : !composed.articles.isEmpty
      plan.items.append(
        .init(
          definition: definition, record: record,
          isRendered: isAll || known != record || isTouched))
    }
    return plan
  }

  /// The retired stories that no archive document of a feed announces yet, the latest last.
  private func unannounced(
    _ definition: FeedDefinition, known: FeedRecord?, composed: ComposedChanges
  ) -> [EntryID] {
    // An archive that is made anew holds none of them.
    guard definition.isMerged, let known else { return [] }
    let ids = Set(known.unannounced ?? []).union(composed.retired)
    return ids.compactMap { state.ledger.retired[$0] }
      .sorted { ($0.when, $0.id) < ($1.when, $1.id) }.map(\.id)
  }

  private mutating func storyPlaces(
    _ definition: FeedDefinition, known: FeedRecord?, composed: ComposedChanges
  ) -> [FeedWindow.Place] {
    var ids: Set<EntryID>
    if let known {
      ids = Set(known.entries).union(composed.told)
    } else {
      ids = Set(state.ledger.stories.keys)
    }
    ids = ids.filter { state.ledger.stories[$0] != nil }
    if definition.filter != nil {
      ids = ids.filter { id in entry(of: id).map(definition.takes) ?? false }
    }
    return ids.sorted().compactMap { id in
      state.ledger.stories[id].map { FeedWindow.Place(id: id, updated: $0.updated) }
    }
  }

  private mutating func articlePlaces(
    known: FeedRecord?, composed: ComposedChanges
  ) -> [FeedWindow.Place] {
    let mint = SingleArticleEntry(settings: settings)
    if articleOfEntry.isEmpty {
      for id in state.articles.keys { articleOfEntry[mint.id(of: id)] = id }
    }
    for id in composed.articles { articleOfEntry[mint.id(of: id)] = id }
    var ids = Set(articleOfEntry.keys)
    if let known {
      ids = Set(known.entries).union(composed.articles.map(mint.id))
    }
    return ids.sorted().compactMap { id in
      guard let article = articleOfEntry[id].flatMap({ state.articles[$0]?.article }) else {
        return nil
      }
      return FeedWindow.Place(id: id, updated: mint.updated(of: article))
    }
  }

  /// The entry of one article, for feeds that are not merged.
  func articleEntry(of id: EntryID) -> Entry? {
    guard let article = articleOfEntry[id].flatMap({ state.articles[$0]?.article }) else {
      return nil
    }
    let story = state.ledger.story(of: article.id)
    return SingleArticleEntry(settings: settings).entry(of: article, storySlug: story?.slug)
  }
}

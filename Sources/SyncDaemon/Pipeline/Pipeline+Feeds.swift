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
      let division = window.divide(places)
      var record = known ?? FeedRecord(name: definition.name)
      for archive in division.archived {
        record.archiveCount += 1
        plan.archives.append(
          .init(
            feed: definition.name, number: record.archiveCount, entries: archive.map(\.id)))
      }
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

import Feeds
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
  ///   - isFull: Whether archive documents that show another extent of text than the settings say are made again, too.
  /// - Throws: `FileError` if a published document cannot be read.
  /// - Returns: The documents to render, feed by feed.
  mutating func planFeeds(
    _ composed: ComposedChanges, isAnew: Bool, isAll: Bool, isFull: Bool
  ) throws(FileError) -> FeedPlan {
    var plan = FeedPlan()
    let window = FeedWindow(size: settings.window)
    for definition in FeedDefinition.all(settings) {
      var known = isAnew ? nil : state.feeds[definition.name]
      // One that is defined again has no document left, and takes what it has missed.
      if known?.selection == FeedRecord.undefined { known = nil }
      let places =
        definition.isMerged
        ? storyPlaces(definition, known: known, composed: composed)
        : articlePlaces(definition, known: known, composed: composed)
      var record = known ?? FeedRecord(name: definition.name)
      let division = window.divide(places, isFirst: record.archiveCount == 0)
      var archived = division.archived.map { $0.map(\.id) }
      var unannounced = unannounced(definition, known: known, composed: composed)
      // Whoever reads the archive alone must learn of each story that is gone from it; a document of tombstones comes
      // before the subscription document has more of them than entries.
      if record.archiveCount > 0, archived.isEmpty, unannounced.count > settings.window.entries {
        archived = [[]]
      }
      let text = definition.textDigest(settings)
      if record.archiveCount == 0 {
        record.archivedText = text
      } else if let made = record.archivedText, made != text {
        if isFull {
          plan.archivesAgain += try archivesAgain(of: definition, count: record.archiveCount)
          record.archivedText = text
        } else if !archived.isEmpty {
          record.archivedText = FeedRecord.mixed
        }
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
      record.selection = definition.selection
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
    let defined = Set(plan.items.map(\.record.name))
    for var record in state.feeds.values.sorted(by: { $0.name < $1.name })
    where !defined.contains(record.name) && record.selection != FeedRecord.undefined {
      record.selection = FeedRecord.undefined
      record.entries = []
      record.unannounced = nil
      plan.undefined.append(record)
    }
    return plan
  }

  /// The retired stories that no archive document of a feed announces yet, the latest last.
  private func unannounced(
    _ definition: FeedDefinition, known: FeedRecord?, composed: ComposedChanges
  ) -> [EntryID] {
    guard definition.isMerged else { return [] }
    var ids = composed.retired
    if let known {
      ids.formUnion(known.unannounced ?? [])
    } else if let closingDate {
      // An archive that is made anew holds none of them; the document shows those of late, as any feed's does, and after a
      // loss of state it is all that is known of them.
      ids.formUnion(state.ledger.retired.values.filter { $0.updated >= closingDate }.map(\.id))
    }
    return ids.compactMap { state.ledger.retired[$0] }
      .sorted { ($0.when, $0.id) < ($1.when, $1.id) }.map(\.id)
  }

  /// The entries that may be in a feed's document: those of before, those of which a reader is told, and, as far back as
  /// the document reaches, those that have come to match.
  private mutating func storyPlaces(
    _ definition: FeedDefinition, known: FeedRecord?, composed: ComposedChanges
  ) -> [FeedWindow.Place] {
    var ids: Set<EntryID>
    if let known {
      let reach = reach(of: known)
      ids = Set(known.entries).union(composed.told)
      if isChosenAnew(definition, known) {
        ids.formUnion(state.ledger.stories.values.filter { $0.updated >= reach }.map(\.id))
      } else if definition.isSelective {
        let open = max(reach, closingDate ?? reach)
        ids.formUnion(
          composed.changed.filter { (state.ledger.stories[$0]?.updated ?? .distantPast) >= open })
      }
    } else {
      ids = Set(state.ledger.stories.keys)
    }
    ids = ids.filter { state.ledger.stories[$0] != nil }
    if definition.isSelective {
      ids = ids.filter { id in entry(of: id).map(definition.takes) ?? false }
    }
    return ids.sorted().compactMap { id in
      state.ledger.stories[id].map { FeedWindow.Place(id: id, updated: $0.updated) }
    }
  }

  private mutating func articlePlaces(
    _ definition: FeedDefinition, known: FeedRecord?, composed: ComposedChanges
  ) -> [FeedWindow.Place] {
    let mint = SingleArticleEntry(settings: settings)
    findArticlesOfEntries()
    for id in composed.articles { articleOfEntry[mint.id(of: id)] = id }
    var ids = Set(articleOfEntry.keys)
    if let known {
      // What was published before state was lost is in the document, or in its archive.
      let fresh = composed.articles.subtracting(recovered)
      let before = Set(known.entries).union(fresh.map(mint.id))
      let reach = reach(of: known)
      ids =
        isChosenAnew(definition, known)
        ? before.union(ids.filter { (updatedOfArticle($0) ?? .distantPast) >= reach }) : before
    }
    if definition.isSelective {
      ids = ids.filter { id in articleEntry(of: id).map(definition.takes) ?? false }
    }
    return ids.sorted().compactMap { id in
      updatedOfArticle(id).map { FeedWindow.Place(id: id, updated: $0) }
    }
  }

  /// Fills `articleOfEntry`, if some feed needs it and nothing has.
  mutating func findArticlesOfEntries() {
    guard articleOfEntry.isEmpty, settings.feeds.contains(where: { !$0.isMerged }) else { return }
    let mint = SingleArticleEntry(settings: settings)
    for id in state.articles.keys { articleOfEntry[mint.id(of: id)] = id }
  }

  /// Whether a feed takes other entries than when it was last published.
  private func isChosenAnew(_ definition: FeedDefinition, _ known: FeedRecord) -> Bool {
    known.selection.map { $0 != definition.selection } ?? false
  }

  /// How far back a feed's document reaches: where older entries are archived, and stay so, to its oldest one that is not
  /// too old for it. What only waits to be archived may be older than what is.
  private func reach(of known: FeedRecord) -> Date {
    guard known.archiveCount > 0 else { return .distantPast }
    let shown = known.entries.compactMap {
      state.ledger.stories[$0]?.updated ?? updatedOfArticle($0)
    }
    guard let newest = shown.max() else { return closingDate ?? .distantPast }
    let cutoff = FeedWindow(size: settings.window).cutoff(newest: newest)
    return shown.filter { $0 >= cutoff }.min() ?? cutoff
  }

  private func updatedOfArticle(_ entry: EntryID) -> Date? {
    articleOfEntry[entry].flatMap { state.articles[$0]?.article }
      .map { SingleArticleEntry(settings: settings).updated(of: $0) }
  }

  /// The entry of one article, for feeds that are not merged.
  func articleEntry(of id: EntryID) -> Entry? {
    guard let article = articleOfEntry[id].flatMap({ state.articles[$0]?.article }) else {
      return nil
    }
    let story = state.ledger.story(of: article.id)
    return SingleArticleEntry(settings: settings).entry(of: article, storySlug: story?.slug)
  }

  /// What renders the documents of this moment.
  var renderer: SiteRenderer {
    SiteRenderer(
      settings: settings,
      cutoff: newest.map { FeedWindow(size: settings.window).cutoff(newest: $0) })
  }

  /// Checks documents as the renderer does, with what has passed before.
  mutating func checked(
    _ documents: [FeedDocument], _ renderer: SiteRenderer, _ report: inout SyncReport
  ) async -> [FeedDocument?] {
    await renderer.checked(
      documents, passed: &passed,
      isTaken: { [ledger = state.ledger, archive] in
        ledger.isTaken($0) || !archive.catalogue.documents(of: $0).isEmpty
      },
      onDocument: { onProgress(.render) }, report: &report)
  }
}

import FoundationEssentials
import NewsModel
import Stories

/// Chooses the entries that a feed's document may show, and the tombstones that it has yet to show.
struct FeedSelection {
  let definition: FeedDefinition
  /// The feed as it was last published; nil if it has no document.
  let known: FeedRecord?
  let rules: SiteRules
  let view: MemoryView
  let composed: ComposedChanges
  /// The articles that were published before state was lost. They are in the document or in its
  /// archive.
  let recovered: Set<ArticleID>
  /// Whether other settings or pins may have changed any entry.
  let isAll: Bool
  /// Whether the entries are chosen anew, not carried on from the last document: there is none, or
  /// the feed's choice has changed since.
  let isAnew: Bool
  /// The entries of the last document.
  private let shown: Set<EntryID>

  init(
    definition: FeedDefinition, known: FeedRecord?, rules: SiteRules, view: MemoryView,
    composed: ComposedChanges, recovered: Set<ArticleID>, isAll: Bool
  ) {
    self.definition = definition
    self.known = known
    self.rules = rules
    self.view = view
    self.composed = composed
    self.recovered = recovered
    self.isAll = isAll
    shown = Set(known?.entries ?? [])
    isAnew = known.map { $0.selection.map { $0 != definition.selection } ?? false } ?? true
  }

  /// The entries to choose from: those of the last document, those whose `updated` has moved, and
  /// those that match only now and are not older than the document reaches.
  func places(_ book: inout EntryBook) -> [FeedWindow.Place] {
    if !definition.isMerged { book.findArticles(composed.articles, in: view, rules) }
    let ids = definition.isMerged ? stories(book) : articles(book)
    return ids.sorted().compactMap { id in
      book.updated(of: id, in: view, rules).map { FeedWindow.Place(id: id, updated: $0) }
    }
  }

  private func stories(_ book: EntryBook) -> Set<EntryID> {
    var ids: Set<EntryID>
    if let known {
      let reach = reach(of: known, book)
      ids = Set(known.entries).union(composed.announced).union(leftOut(of: known, book))
      if isAnew {
        ids.formUnion(view.ledger.stories.values.filter { $0.updated >= reach }.map(\.id))
      } else if definition.isSelective {
        let open = max(reach, rules.closingDate(newest: book.newest) ?? reach)
        ids.formUnion(
          composed.changed.filter { (view.ledger.stories[$0]?.updated ?? .distantPast) >= open })
      }
    } else {
      ids = Set(view.ledger.stories.keys)
    }
    ids = ids.filter { view.ledger.stories[$0] != nil }
    guard definition.isSelective else { return ids }
    return ids.filter {
      isTakenStill($0, isChanged: composed.changed.contains($0))
        || book.entry(of: $0, in: view, rules).map(definition.takes) ?? false
    }
  }

  /// Whether an entry was taken the last time and is the same as then, so that its text need not be
  /// searched again.
  private func isTakenStill(_ id: EntryID, isChanged: Bool) -> Bool {
    !isAnew && !isAll && !isChanged && shown.contains(id)
  }

  private func articles(_ book: EntryBook) -> Set<EntryID> {
    let mint = rules.articleEntries(in: view)
    var ids = book.articleEntries
    if let known {
      let before = Set(known.entries).union(composed.articles.subtracting(recovered).map(mint.id))
        .union(leftOut(of: known, book))
      let reach = reach(of: known, book)
      ids =
        isAnew
        ? before.union(
          ids.filter { (book.updated(of: $0, in: view, rules) ?? .distantPast) >= reach })
        : before
    }
    guard definition.isSelective else { return ids }
    return ids.filter {
      isTakenStill($0, isChanged: composed.concerns($0, book, view))
        || book.articleEntry(of: $0, in: view, rules).map(definition.takes) ?? false
    }
  }

  /// The entries that no document could hold, as long as they are recent: their fault may have been
  /// mended.
  private func leftOut(of known: FeedRecord, _ book: EntryBook) -> [EntryID] {
    let closing = rules.closingDate(newest: book.newest) ?? .distantPast
    return (known.leftOut ?? []).map(\.id).filter {
      (book.updated(of: $0, in: view, rules) ?? .distantPast) >= closing
    }
  }

  /// The date back to which a feed's document reaches. Older entries are archived, and stay so.
  /// Entries that only wait to be archived may be older than this.
  private func reach(of known: FeedRecord, _ book: EntryBook) -> Date {
    guard known.archiveCount > 0 else { return .distantPast }
    let shown = known.entries.compactMap { book.updated(of: $0, in: view, rules) }
    guard let newest = shown.max() else {
      return rules.closingDate(newest: book.newest) ?? .distantPast
    }
    let cutoff = definition.window.cutoff(newest: newest)
    return shown.filter { $0 >= cutoff }.min() ?? cutoff
  }

  /// The retired stories that no archive document of a feed announces yet, the latest last.
  ///
  /// - Parameter closing: The instant before which a story is closed.
  /// - Returns: Their ids.
  func unannounced(closing: Date?) -> [EntryID] {
    guard definition.isMerged else { return [] }
    var ids = composed.retired
    if let known {
      ids.formUnion(known.unannounced ?? [])
    } else if let closing {
      // A new archive holds none of them. The document shows the recent ones, as any feed's does;
      // after a loss of state these are all that are known.
      ids.formUnion(view.ledger.retired.values.filter { $0.updated >= closing }.map(\.id))
    }
    return ids.compactMap { view.ledger.retired[$0] }
      .sorted { ($0.when, $0.id) < ($1.when, $1.id) }.map(\.id)
  }
}

import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// Decides what each feed shows from now on. It keeps nothing: the same memory and changes give the
/// same plan.
///
/// No plan holds an entry that fails its check: entries left out are listed in the plan, and so in
/// the state.
struct FeedBoard {
  let rules: SiteRules
  let view: MemoryView
  let composed: ComposedChanges
  let cause: PublicationPlan.Cause
  /// The articles that were published before state was lost.
  let recovered: Set<ArticleID>

  init(
    memory: SiteMemory, rules: SiteRules, composed: ComposedChanges, cause: PublicationPlan.Cause
  ) {
    self.rules = rules
    view = memory.view
    self.composed = composed
    self.cause = cause
    recovered = memory.recovered
  }

  /// Plans a publication.
  ///
  /// - Parameters:
  ///   - book: The entries.
  ///   - number: The number of the publication.
  ///   - moment: Now.
  ///   - published: The published documents. They tell the entries of archive documents, if those
  ///     must be made again with another extent of text.
  /// - Throws: `FileError` if a published document cannot be read.
  /// - Returns: The plan; without news it holds only what an earlier publication left over.
  func plan(
    _ book: inout EntryBook, number: Int, at moment: Date, published: PublishedDocuments
  ) throws(FileError) -> PublicationPlan {
    var plan = PublicationPlan(cause: cause)
    plan.leftOver = view.open.pending
    plan.hasNews =
      cause.isAll || cause.hasOtherModel || !composed.changed.isEmpty || !composed.retired.isEmpty
      || !composed.articles.isEmpty
    // The first publication was cut short: nothing that was published is lost.
    if cause.isAnew, plan.leftOver.first?.number != 1 {
      plan.lostAt = view.open.lastPublication?.date
    }
    guard plan.hasNews else { return plan }
    for definition in rules.feeds { try add(definition, to: &plan, &book, published) }
    let defined = Set(plan.items.map(\.record.name))
    for var record in view.open.feeds.values.sorted(by: { $0.name < $1.name })
    where !defined.contains(record.name) && record.selection != FeedRecord.undefined {
      record.selection = FeedRecord.undefined
      record.entries = []
      record.unannounced = nil
      record.leftOut = nil
      plan.undefined.append(record)
    }
    plan.publication = PublicationRecord(
      number: number, date: moment, stories: composed.changed.sorted(),
      retired: composed.retired.sorted(),
      archives: plan.archivesAgain + plan.archives, rendering: rules.rendering,
      merging: rules.merging, isWhole: cause.isAll ? true : nil)
    return plan
  }

  private func add(
    _ definition: FeedDefinition, to plan: inout PublicationPlan, _ book: inout EntryBook,
    _ published: PublishedDocuments
  ) throws(FileError) {
    var known = cause.isAnew ? nil : view.open.feeds[definition.name]
    // A feed that was removed from the settings and came back has no document left, and takes all
    // that it has missed.
    if known?.selection == FeedRecord.undefined { known = nil }
    let selection = FeedSelection(
      definition: definition, known: known, rules: rules, view: view, composed: composed,
      recovered: recovered, isAll: cause.isAll)
    var record = known ?? FeedRecord(name: definition.name)
    let admission = FeedAdmission(definition: definition, rules: rules, view: view)
    let candidates = selection.places(&book)
    let isAll = cause.isAll || selection.isAnew
    let (places, refused) = admission.admit(
      candidates, known: isAll ? [] : record.leftOut ?? [], composed, isAll: isAll, book)
    let division = definition.window.divide(
      admission.measured(places, book), isFirst: record.archiveCount == 0)
    var archived = division.archived.map { $0.map(\.id) }
    record.entries = division.shown.map(\.id)
    var leftOut = refused
    leftOut += admission.fit(&record.entries, book)
    for place in archived.indices { leftOut += admission.fit(&archived[place], book) }
    var unannounced = selection.unannounced(
      closing: book.newest.map { definition.window.cutoff(newest: $0) })
    // A reader of the archive alone must learn of each story that is gone from it. A document of
    // tombstones is added before the subscription document has more of them than entries.
    if record.archiveCount > 0, archived.isEmpty,
      unannounced.count > definition.window.size.entries
    {
      archived = [[]]
    }
    if choosesExtentAnew(definition, &record, isArchiving: !archived.isEmpty) {
      plan.archivesAgain += try PublishedArchives(rules: rules, view: view, published: published)
        .again(definition, book)
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
    // Without an archive nobody has found the stories there, so tombstones are shown only while
    // they are recent.
    if record.archiveCount == 0 {
      unannounced = unannounced.suffix(definition.window.size.entries)
    }
    record.unannounced = unannounced.isEmpty ? nil : unannounced
    record.leftOut = leftOut.isEmpty ? nil : leftOut.sorted { $0.id < $1.id }
    record.selection = definition.selection
    let shown = Set(record.entries)
    let isTouched =
      definition.isMerged
      ? !shown.isDisjoint(with: composed.changed) || !composed.retired.isEmpty
      : !composed.articles.isEmpty
    plan.items.append(
      .init(
        definition: definition, record: record,
        isRendered: cause.isAll || known != record || isTouched))
  }

  /// Decides the extent of text that a feed's archive documents show.
  ///
  /// - Returns: Whether the existing documents must be made again for it.
  private func choosesExtentAnew(
    _ definition: FeedDefinition, _ record: inout FeedRecord, isArchiving: Bool
  ) -> Bool {
    let text = definition.textDigest(rules.settings)
    guard record.archiveCount > 0 else {
      record.archivedText = text
      return false
    }
    guard let made = record.archivedText, made != text else { return false }
    if cause.isFull {
      record.archivedText = text
    } else if isArchiving {
      record.archivedText = FeedRecord.mixed
    }
    return cause.isFull
  }
}

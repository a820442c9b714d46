import Logging
import NewsModel
import Stories

/// Makes the report of what a pass did, or would do: counts, stories by title, feeds by the entries
/// that enter and leave.
struct PassReporter {
  let rules: SiteRules
  let view: MemoryView
  let book: EntryBook

  /// The report of a pass up to its plan.
  ///
  /// - Parameters:
  ///   - reading: The findings of the scan, and the changes of articles.
  ///   - composed: The changes of stories.
  ///   - plan: The plan of the publication.
  /// - Returns: The report, without the results of publishing.
  func report(
    _ reading: SiteReading.Result, _ composed: ComposedChanges, _ plan: PublicationPlan
  ) -> SyncReport {
    let (survey, delta) = (reading.survey, reading.delta)
    var report = SyncReport()
    report.filesSeen = survey.files.count + survey.archivedFiles
    report.filesIgnored = survey.ignoredCount
    report.ignored = survey.ignored
    report.outOfReach = survey.outOfReach
    report.filesRead = reading.reread + delta.filesRead
    report.filesGone = delta.filesGone
    report.articlesChanged = delta.changed.count
    report.articlesGone = delta.gone.count
    report.changes = composed.summary
    let archived = view.archive.records.values
    report.articles = view.open.articles.count + archived.reduce(0) { $0 + $1.articles }
    report.stories = view.ledger.stories.count + archived.reduce(0) { $0 + $1.stories }
    report.setAside = view.open.setAside
    report.missing = view.open.missingFiles
    if reading.archivedMissing > 0 {
      report.missing.append(MissingFile(archivedFiles: reading.archivedMissing))
    }
    report.filesWaiting = reading.filesWaiting
    report.hasOtherSettings =
      view.open.lastPublication != nil
      && (plan.cause.hasOtherRendering || plan.cause.hasOtherModel)
    report.feeds = plan.items.compactMap { change(of: $0, plan) }
    report.leftOut = plan.items.flatMap { $0.record.leftOut ?? [] }
    if !plan.hasNews { report.leftOut = view.open.leftOut }
    return report
  }

  /// The changes that a plan makes to a feed, compared with the state; nil if there are none.
  private func change(of item: PublicationPlan.Item, _ plan: PublicationPlan) -> FeedChange? {
    let before = view.open.feeds[item.record.name]?.entries ?? []
    let archived = plan.archives.filter { $0.feed == item.record.name }.flatMap(\.entries)
    let (known, shown) = (Set(before), Set(item.record.entries))
    let kept = shown.union(archived)
    let change = FeedChange(
      name: item.record.name,
      entering: item.record.entries.filter { !known.contains($0) }.map(named),
      leaving: before.filter { !kept.contains($0) }.map(named), archived: archived.count)
    return change.entering.isEmpty && change.leaving.isEmpty && archived.isEmpty ? nil : change
  }

  private func named(_ id: EntryID) -> FeedChange.Item {
    let title =
      view.ledger.stories[id]?.title ?? view.ledger.retired[id]?.title
      ?? book.article(of: id, in: view)?.title
    return FeedChange.Item(id: id, title: title ?? "")
  }

  /// The most lines that are logged for one change of settings: more would flood a journal, and
  /// nobody would read them.
  private static let mostLines = 50

  /// Logs the effects of changed settings before they are stored or published.
  static func announce(_ report: SyncReport, to log: Logger) {
    let lines = report.journalLines
    log.notice(
      "settings have changed since the last publication; this is about to change",
      metadata: [
        "stories_changed": "\(report.changes.count)",
        "ids_retired": "\(report.changes.count { $0.kind == "removed" })",
        "feeds_changed": "\(report.feeds.count)",
      ])
    for line in lines.prefix(mostLines) { log.notice("\(line)") }
    if lines.count > mostLines {
      log.notice("… and \(lines.count - mostLines) more; `newsfold sync --dry-run` shows all")
    }
  }
}

import Articles
import Feeds
import FoundationEssentials
import Logging
import NewsModel
import Stories

extension Pipeline {
  /// One pass over the site.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - isDryRun: Whether to stop before anything is stored or published. The pipeline is of no further use then.
  ///   - progress: Told how many files have been looked at, of how many.
  /// - Returns: What it did, or would do.
  /// - Throws: `StateError` or a `PublishTarget`'s error. What was decided is kept and is published by the next pass.
  public mutating func sync(
    _ request: SyncRequest = SyncRequest(), isDryRun: Bool = false,
    progress: ((Int, Int) -> Void)? = nil
  ) async throws -> SyncReport {
    var report = SyncReport()
    report.notes = takeNotes()

    // Scan.
    let survey = ArticleSurvey(site: site, settings: settings).survey(request, known: state.files)
    report.filesSeen = survey.files.count
    report.notes += survey.notes

    // Read and skip.
    let moment = now()
    let intake = ArticleIntake(
      files: files, largestFile: settings.largestFile, now: moment, isFull: request.isFull)
    let outcome = intake.take(
      survey.files, missing: survey.missing, problems: survey.problems, state: &state,
      progress: progress)
    unsaved += outcome.records
    report.filesRead = outcome.filesRead
    report.filesGone = outcome.filesGone
    report.articlesChanged = outcome.changed.count
    report.articlesGone = outcome.gone.count

    // Fold.
    let changes = await fold(outcome, at: moment)

    // Compose.
    let number = (state.lastPublication?.number ?? state.ledger.lastMinted) + 1
    let composed = compose(changes, outcome: outcome, number: number)

    // Remember.
    let rendering = SiteRenderer.fingerprint(of: settings)
    let isAll =
      rendersAll || state.lastPublication?.rendering != rendering
      || state.pending.contains { $0.rendering != rendering } || isPublicMissing()
    let hasNews = !composed.changed.isEmpty || !composed.retired.isEmpty || isAll
    let stale = Set(state.pending.flatMap { $0.stories + $0.retired })
    report.changes = composed.summary
    report.articles = state.articles.count
    report.stories = state.ledger.stories.count
    report.setAside = setAside
    if isDryRun { return report }
    if hasNews {
      unsaved.append(contentsOf: composed.records(of: state.ledger))
    }
    let plan = planFeeds(composed, isAll: isAll)
    if hasNews {
      let record = PublicationRecord(
        number: number, date: moment, stories: composed.changed.sorted(),
        retired: composed.retired.sorted(), rendering: rendering)
      for record in plan.records + [.publication(record)] {
        state.apply(record)
        unsaved.append(record)
      }
    }
    try save()

    // Render and publish.
    if hasNews || !stale.isEmpty {
      let publication = try render(
        composed, plan: plan, isAll: isAll, stale: stale, number: number, report: &report)
      for target in targets { try await target.publish(publication) }
      rendersAll = false
      if let last = state.lastPublication {
        state.apply(.published(last.number))
        unsaved.append(.published(last.number))
        try save()
      }
    }
    try store.compact(state)
    return report
  }
}

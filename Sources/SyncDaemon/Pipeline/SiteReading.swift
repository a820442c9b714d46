import FoundationEssentials
import NewsModel

/// The stages scan, read and skip: looks at the site, and works out which articles change.
struct SiteReading {
  /// The result of a look at the site.
  struct Result {
    /// The findings of the scan.
    let survey: ArticleSurvey.Survey
    /// The changes of articles; decided, but perhaps not yet durable.
    let delta: ArticleDelta
    /// The number of archived files that were read.
    let reread: Int
    /// The number of archived files that are missing and kept.
    let archivedMissing: Int
    /// The number of missing files that wait for another look.
    let filesWaiting: Int
  }

  let rules: SiteRules
  let world: PassWorld

  /// Looks at the site.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - isAnew: Whether `public/` is lost, so that everything is to be published again.
  ///   - moment: Now.
  ///   - memory: The state.
  ///   - missing: The files that are missing, and since when.
  ///   - progress: Called with the number of files done, and of all.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  /// - Returns: The result.
  func look(
    _ request: SyncRequest, isAnew: Bool, at moment: Date, in memory: inout SiteMemory,
    missing: inout MissingFiles, progress: ((Int, Int) -> Void)?
  ) async throws -> Result {
    let opening = ArchiveOpening(world: world, rules: rules)
    let reread = try await opening.before(request, isAnew: isAnew, in: &memory)
    let survey = try scan(request, at: moment, memory)

    world.reach(.read)
    let absence = FileAbsence(request: request, survey: survey, rules: rules, world: world)
    missing.saw(survey.isSeen)
    absence.markReturned(in: &memory)
    try opening.open(for: survey, in: &memory)
    let clock = PassClock(
      now: moment, lastPublication: memory.state.lastPublication?.date,
      scanned: survey.files.map(\.file.modified))
    let intake = ArticleIntake(
      reader: world.reader(rules.settings), clock: clock, isFull: request.isFull,
      folders: rules.settings.folderRules, isStopping: world.isStopping)
    let readings = await intake.read(survey.files, in: memory.view) { done, total in
      world.reach(.read)
      progress?(done, total)
    }
    try world.stopIfAsked()
    let unreadable = opening.open(for: readings, in: &memory)
    let settled = try absence.settle(readings, &missing, opening, in: &memory)
    let delta = IntakeDelta(in: memory.view, unreadable: unreadable)
      .delta(of: readings, missing: settled.gone, problems: survey.problems)
    try absence.check(delta, memory)
    memory.decide(delta.records)
    try await opening.open(relatedTo: delta.changed, in: &memory)
    return Result(
      survey: survey, delta: delta, reread: reread, archivedMissing: settled.archivedMissing,
      filesWaiting: missing.count)
  }

  /// Looks at the paths of a request. If one of them is missing, everything is looked at, because
  /// it may be somewhere else.
  private func scan(
    _ request: SyncRequest, at moment: Date, _ memory: SiteMemory
  ) throws(PassInterrupted) -> ArticleSurvey.Survey {
    world.reach(.scan)
    let instant = Int64(moment.timeIntervalSince1970 * 1_000_000_000)
    let settle = Int64(rules.settings.settle / .nanoseconds(1))
    // With nothing remembered, everything belongs to the first publication.
    let isFirst = memory.state.files.isEmpty
    let surveyor = ArticleSurvey(
      site: world.site, settings: rules.settings,
      settledSince: request.waitsForWriters && !isFirst ? instant - settle : nil, now: instant,
      archive: memory.archive.catalogue, devices: memory.state.survey.devices,
      onFile: { world.reach(.scan) }, isStopping: world.isStopping)
    var survey = try surveyor.survey(
      memory.isUnsure && isFirst ? SyncRequest() : request, known: memory.state.files)
    if survey.isPartial, request.absence != .waits, !survey.missing.isEmpty {
      survey = try surveyor.survey(SyncRequest(), known: memory.state.files)
    }
    if !survey.unsettled.isEmpty { world.onUnsettled(survey.unsettled) }
    return survey
  }
}

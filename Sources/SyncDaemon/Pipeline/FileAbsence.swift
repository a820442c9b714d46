import NewsModel
import Stories

/// Decides what becomes of missing files. It runs after all files that are there were read, because
/// one of them may be the missing one under another name.
struct FileAbsence {
  let request: SyncRequest
  let survey: ArticleSurvey.Survey
  let rules: SiteRules
  let world: PassWorld

  /// Marks files as present that were missing and were seen again.
  func markReturned(in memory: inout SiteMemory) {
    for path in memory.state.missing.keys.sorted() where survey.isSeen(path) {
      mark(path, nil, in: &memory)
    }
  }

  /// Decides which missing files are gone; the others are kept.
  ///
  /// - Returns: The files that are gone, and the number of archived ones that are missing and kept.
  func settle(
    _ readings: ArticleIntake.Readings, _ missing: inout MissingFiles, _ opening: ArchiveOpening,
    in memory: inout SiteMemory
  ) throws -> (gone: [FilePath], archivedMissing: Int) {
    markReturned(in: &memory)
    var absent = Set(survey.missing).union(opened(memory))
    let records = memory.archive.records
    let closed = survey.unseenArchived.filter {
      records[$0.key].map { $0.isPruned != true } ?? false
    }
    let closedCount = closed.values.reduce(0, +)
    let said = said(readings)
    let unmoved = absent.filter { !isMoved($0, absent, said, missing, memory.state) }
    let isTooMuch = MissingFiles.isTooMuch(
      missing: unmoved.count + closedCount,
      of: memory.state.files.count + memory.archive.catalogue.files.count,
      share: rules.settings.withdrawShare)
    let isHeld =
      request.absence != .withdraws && closedCount > 0
      && (isTooMuch || memory.state.survey.keepsArchive)
    if !isHeld, closedCount > 0, survey.isCertain {
      try opening.open(Set(closed.keys), in: &memory)
      absent.formUnion(opened(memory))
    }
    let (all, state, rules) = (absent, memory.state, missing)
    let verdict = missing.judge(
      absent.sorted(),
      .init(
        absence: request.absence, isPartial: survey.isPartial,
        isCertain: survey.isCertain && readings.filesLost == 0, isTooMuch: isTooMuch,
        patience: self.rules.settings.withdrawAfter, now: world.uptime()),
      isKept: { state.missing[$0] != nil }, isMoved: { isMoved($0, all, said, rules, state) },
      isElsewhere: survey.isElsewhere)
    for path in verdict.kept.keys.sorted() { mark(path, verdict.kept[path], in: &memory) }
    if !survey.isPartial {
      let record = SurveyRecord(
        devices: survey.devices,
        keepsArchive: isHeld || (!survey.isWhole && memory.state.survey.keepsArchive))
      if record != memory.state.survey { memory.decide([.survey(record)]) }
    }
    return (verdict.gone, isHeld ? closedCount : 0)
  }

  /// Refuses to go on if state was lost and most of the published articles are in no file.
  func check(_ delta: ArticleDelta, _ memory: SiteMemory) throws(ArticlesOutOfReach) {
    guard memory.isUnsure, survey.isWhole, request.absence != .withdraws else { return }
    let published = memory.state.ledger.articles
    let unfound = published.filter {
      memory.state.articles[$0] == nil && delta.gone[$0] == nil && !delta.changed.contains($0)
        && delta.renamed[$0] == nil
    }
    guard
      MissingFiles.isTooMuch(
        missing: unfound.count, of: published.count, share: rules.settings.withdrawShare)
    else { return }
    throw ArticlesOutOfReach(
      directory: world.site.articleRoots(rules.settings).first ?? world.site.root,
      missing: unfound.count, published: published.count)
  }

  /// The missing files of articles that came out of the archive in this pass.
  private func opened(_ memory: SiteMemory) -> [FilePath] {
    memory.awake.flatMap { memory.state.articles[$0]?.versions.map(\.path) ?? [] }
      .filter { memory.state.files[$0] != nil && survey.isMissing($0) }
  }

  /// The articles that were read in this pass.
  private func said(_ readings: ArticleIntake.Readings) -> Set<ArticleID> {
    Set(readings.files.flatMap { ($0.versions ?? []).map(\.article.id) })
  }

  /// Whether other files hold all articles of a missing file: it was renamed, or copied before it
  /// was removed.
  private func isMoved(
    _ path: FilePath, _ absent: Set<FilePath>, _ said: Set<ArticleID>, _ missing: MissingFiles,
    _ state: SyncState
  ) -> Bool {
    guard let record = state.files[path] else { return false }
    return record.articles.allSatisfy { id in
      if said.contains(id) { return true }
      return state.articles[id]?.versions.contains { version in
        version.path != path && !absent.contains(version.path)
          && !missing.isWaiting(version.path)
          && state.files[version.path].map { $0.missing == nil } ?? false
      } ?? true
    }
  }

  private func mark(
    _ path: FilePath, _ cause: MissingFile.Cause?, in memory: inout SiteMemory
  ) {
    guard var record = memory.state.files[path] else { return }
    record.missing = cause
    memory.decide([.file(record)])
  }
}

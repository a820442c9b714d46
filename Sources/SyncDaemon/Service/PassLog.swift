import Logging

/// Logs what passes did, one line an event.
struct PassLog {
  private let log: Logger
  /// The files set aside after the last pass; each is logged only once.
  private var setAside: Set<SetAsideFile> = []
  /// The entries left out after the last pass; each is logged only once.
  private var leftOut: Set<LeftOutEntry> = []
  /// The files missing after the last pass; each is logged only once.
  private var missing: Set<MissingFile> = []

  /// The most events of one kind that a pass may log. A hundred thousand articles at once must not
  /// flood the journal.
  private static let limit = 50

  /// Makes the log of a service.
  init(_ log: Logger) {
    self.log = log
  }

  /// Logs what a pass did.
  mutating func tell(_ report: SyncReport) {
    tellStories(report.changes)
    tellSetAside(report.setAside)
    for entry in report.leftOut.prefix(Self.limit) where !leftOut.contains(entry) {
      log.error(
        "entry left out",
        metadata: ["stage": "render", "story": "\(entry.id)", "cause": "\(entry.reason)"])
    }
    leftOut = Set(report.leftOut)
    tellMissing(report.missing)
    for note in report.notes { log.warning("note", metadata: ["cause": "\(note)"]) }
    for refused in report.refused {
      log.error("document not published", metadata: ["stage": "render", "cause": "\(refused)"])
    }
    if report.filesRead > 0 || report.filesGone > 0 || !report.documentsWritten.isEmpty {
      log.info(
        "pass done",
        metadata: [
          "stage": "publish", "read": "\(report.filesRead)", "gone": "\(report.filesGone)",
          "articles": "\(report.articles)", "stories": "\(report.stories)",
          "written": "\(report.documentsWritten.count)", "setAside": "\(report.setAside.count)",
        ])
    }
  }

  private func tellStories(_ changes: [SyncReport.Change]) {
    guard changes.count <= Self.limit else {
      log.info("many stories changed", metadata: ["stage": "fold", "stories": "\(changes.count)"])
      return
    }
    for change in changes {
      var metadata: Logger.Metadata = [
        "stage": "fold", "story": "\(change.id)", "articles": "\(change.articles)",
      ]
      if let survivor = change.survivor { metadata["survivor"] = "\(survivor)" }
      log.info("story \(change.kind)", metadata: metadata)
    }
  }

  private mutating func tellMissing(_ files: [MissingFile]) {
    if files.isEmpty, !missing.isEmpty {
      log.notice("article files that were missing are there again", metadata: ["stage": "scan"])
    }
    let fresh = files.filter { !missing.contains($0) }
    missing = Set(files)
    tell(
      fresh, as: "article file missing", .error, stage: .scan,
      more: "more article files are missing; newsfold status lists them", counted: "files"
    ) { ("\($0.path)", "\($0.reason)") }
  }

  private mutating func tellSetAside(_ files: [SetAsideFile]) {
    let fresh = files.filter { !setAside.contains($0) }
    setAside = Set(files)
    tell(
      fresh, as: "set aside", .warning, stage: .read,
      more: "more files are set aside; newsfold status lists them", counted: "count"
    ) { ($0.path, $0.reason) }
  }

  /// Logs an event for each of some files, and one for all beyond the limit.
  private func tell<File>(
    _ files: [File], as event: Logger.Message, _ level: Logger.Level, stage: PassStage,
    more: Logger.Message, counted: String, _ words: (File) -> (path: String, cause: String)
  ) {
    for file in files.prefix(Self.limit) {
      let (path, cause) = words(file)
      log.log(
        level: level, event,
        metadata: ["stage": "\(stage.rawValue)", "path": "\(path)", "cause": "\(cause)"])
    }
    guard files.count > Self.limit else { return }
    log.log(
      level: level, more,
      metadata: ["stage": "\(stage.rawValue)", counted: "\(files.count - Self.limit)"])
  }
}

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
    let fresh = files.filter { !missing.contains($0) }
    if files.isEmpty, !missing.isEmpty {
      log.notice("article files that were missing are there again", metadata: ["stage": "scan"])
    }
    missing = Set(files)
    for file in fresh.prefix(Self.limit) {
      log.error(
        "article file missing",
        metadata: ["stage": "scan", "path": "\(file.path)", "cause": "\(file.reason)"])
    }
    if fresh.count > Self.limit {
      log.error(
        "more article files are missing; newsfold status lists them",
        metadata: ["stage": "scan", "files": "\(fresh.count - Self.limit)"])
    }
  }

  private mutating func tellSetAside(_ files: [SetAsideFile]) {
    let fresh = files.filter { !setAside.contains($0) }
    setAside = Set(files)
    for file in fresh.prefix(Self.limit) {
      log.warning(
        "set aside",
        metadata: ["stage": "read", "path": "\(file.path)", "cause": "\(file.reason)"])
    }
    if fresh.count > Self.limit {
      log.warning(
        "more files are set aside; newsfold status lists them",
        metadata: ["stage": "read", "count": "\(fresh.count - Self.limit)"])
    }
  }
}

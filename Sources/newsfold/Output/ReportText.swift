import SyncDaemon

/// Prints the report of a pass for a terminal.
enum ReportText {
  /// The most missing files that are listed: half a screen.
  private static let shown = 10

  static func lines(_ report: SyncReport, isDryRun: Bool = false) -> [String] {
    var lines = report.storyLines
    if isDryRun || report.hasOtherSettings { lines += report.feedLines }
    lines += report.notes
    lines += report.setAside.map { "set aside: \($0.reason)" }
    lines += report.leftOut.map(\.reason)
    lines += report.missing.prefix(shown).map { "missing: \($0.reason)" }
    if report.missing.count > shown {
      lines.append("and \(report.missing.count - shown) more are missing: newsfold status --json")
    }
    if report.filesWaiting > 0 {
      lines.append(
        "\(report.filesWaiting) files are not there; what they said is withdrawn if they stay away")
    }
    lines += report.refused.map { "not published: \($0)" }
    lines.append(
      "\(report.filesSeen) files seen, \(report.filesRead) read, \(report.filesGone) gone, "
        + "\(report.setAside.count) set aside, \(report.filesIgnored) ignored; "
        + "\(report.articlesChanged) articles new or changed, \(report.articlesGone) gone; "
        + "\(report.articles) articles in \(report.stories) stories")
    if report.articlesArchived > 0 { lines.append("\(report.articlesArchived) articles archived") }
    if report.articlesPruned > 0 {
      lines.append("\(report.articlesPruned) archived articles without text from now on")
    }
    if report.hasOtherSettings {
      lines.append("settings, pins or program are others than at the last publication")
    }
    if isDryRun {
      lines.append("dry run: nothing was stored or published")
    } else if report.documentsWritten.isEmpty {
      lines.append("nothing to publish: every document is as it was")
    } else {
      lines.append("\(report.documentsWritten.count) documents written")
    }
    return lines
  }
}

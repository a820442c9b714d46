import NewsModel
import SyncDaemon

/// `status` on one screen.
enum StatusText {
  /// How many files that are set aside are listed: with the rest, a screen of 24 lines and a little more.
  private static let shown = 10

  static func lines(_ status: SiteStatus) -> [String] {
    var lines = ["site         \(status.site)"]
    if status.isRunning {
      lines.append(
        "service      running since \(status.since.map(Timestamp.rfc3339) ?? "?"), "
          + "process \(status.process.map(String.init) ?? "?"): \(status.doing)")
    } else {
      lines.append("service      not running; this is what is remembered")
    }
    lines.append(
      "has          \(status.files) files, \(status.articles) articles, \(status.stories) stories, "
        + "\(status.retired) retired")
    if let number = status.publication {
      lines.append(
        "publication  number \(number), "
          + "decided \(status.lastPublication.map(Timestamp.rfc3339) ?? "?")"
          + (status.pendingPublications > 0
            ? ", \(status.pendingPublications) not visible yet" : ""))
    }
    for feed in status.feeds {
      lines.append(
        "feed         \(feed.name.isEmpty ? "main" : feed.name): \(feed.entries) entries, "
          + "\(feed.archives) archives"
          + (feed.updated.map { ", updated \(Timestamp.rfc3339($0))" } ?? ""))
    }
    if let watch = status.watch { lines.append("watching     \(watch)") }
    if let last = status.lastScan {
      lines.append(
        "scan         last \(Timestamp.rfc3339(last)), "
          + "next \(status.nextScan.map(Timestamp.rfc3339) ?? "?"), \(status.queue) files waiting")
    }
    if let memory = status.memoryByteCount {
      lines.append("memory       \(memory / 1_048_576) MiB")
    }
    lines.append("set aside    \(status.setAside.count)")
    lines += status.setAside.prefix(shown).map { "             \($0.reason)" }
    if status.setAside.count > shown {
      lines.append("             and \(status.setAside.count - shown) more: newsfold status --json")
    }
    lines += status.errors.map { "error        \(Timestamp.rfc3339($0.date)) \($0.message)" }
    return lines
  }
}

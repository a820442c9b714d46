import FoundationEssentials
import NewsModel
import SyncDaemon

/// Prints `newsfold status` on one screen.
enum StatusText {
  /// The most set-aside files that are listed: with the other lines, about a screen of 24.
  private static let shown = 10
  /// The most ignored files that are named, on one line.
  private static let mostIgnored = 3

  /// The lines, with instants as they are and as they look from now.
  static func lines(_ status: SiteStatus, now: Date = Date()) -> [String] {
    func relative(_ date: Date?) -> String { date.map { RelativeTime.words($0, now: now) } ?? "?" }
    var lines = ["site         \(status.site)"]
    if status.isRunning {
      lines.append(
        "service      running since \(relative(status.since)), "
          + "process \(status.process.map(String.init) ?? "?"): \(status.doing)")
    } else if status.process == nil {
      lines.append("service      not running; this is what is remembered")
    } else {
      // Not the service: another process is making one pass.
      lines.append("service      not running; \(status.doing)")
    }
    lines += status.refusedSettings.map {
      "wrong        \($0)" + (status.isRunning ? " The old ones are in force." : "")
    }
    lines.append(
      "has          \(status.files) files, \(status.articles) articles, \(status.stories) stories, "
        + "\(status.retired) retired")
    if status.archive.documents > 0 {
      lines.append(
        "archive      \(status.archive.articles) articles and \(status.archive.stories) stories of these "
          + "in \(status.archive.documents) documents, until "
          + "\(relative(status.archive.until))"
          + (status.archive.pruned > 0 ? ", \(status.archive.pruned) without text" : ""))
    }
    if let number = status.publication {
      lines.append(
        "publication  number \(number), "
          + "decided \(relative(status.lastPublication))"
          + (status.pendingPublications > 0
            ? ", \(status.pendingPublications) not visible yet" : ""))
    }
    for feed in status.feeds {
      lines.append(
        "feed         \(feed.name.isEmpty ? "main" : feed.name): \(feed.entries) entries, "
          + "\(feed.archives) archives"
          + (feed.updated.map { ", updated \(relative($0))" } ?? ""))
    }
    lines += status.hubs.map { text(of: $0, now: now) }
    lines += status.buckets.map { text(of: $0, now: now) }
    if let watch = status.watch { lines.append("watching     \(watch)") }
    if let last = status.lastScan {
      lines.append(
        "scan         last \(relative(last)), "
          + "next \(relative(status.nextScan)), \(status.queue) files waiting")
    }
    if let memory = status.memoryByteCount {
      lines.append("memory       \(memory / 1_048_576) MiB")
    }
    lines.append("set aside    \(status.setAside.count)")
    lines += status.setAside.prefix(shown).map { "             \($0.reason)" }
    if status.setAside.count > shown {
      lines.append("             and \(status.setAside.count - shown) more: newsfold status --json")
    }
    if !status.leftOut.isEmpty { lines.append("left out     \(status.leftOut.count)") }
    lines += status.leftOut.prefix(shown).map { "             \($0.reason)" }
    if !status.missing.isEmpty {
      lines.append("missing      \(status.missing.count)")
      lines += status.missing.prefix(shown).map { "             \($0.reason)" }
      if status.missing.count > shown {
        lines.append(
          "             and \(status.missing.count - shown) more: newsfold status --json")
      }
    }
    if status.ignoredCount > 0 {
      let rest = status.ignoredCount - min(status.ignored.count, mostIgnored)
      let named = status.ignored.prefix(mostIgnored).map { "\($0.path) (\($0.rule))" }
      lines.append(
        "ignored      \(status.ignoredCount) files: \(named.joined(separator: ", "))"
          + (rest > 0 ? " and \(rest) more: newsfold status --json" : ""))
    }
    lines += status.errors.map { "error        \(relative($0.date)): \($0.message)" }
    return lines
  }

  private static func text(of bucket: SiteStatus.Bucket, now: Date) -> String {
    var words = bucket.isComplete ? "as public/" : "\(bucket.waiting) documents wait"
    if let last = bucket.lastComplete {
      words += ", last whole \(RelativeTime.words(last, now: now))"
    }
    if bucket.honoursConditions == false { words += ", ignores conditions" }
    if bucket.keepsMetadata == false { words += ", keeps no metadata" }
    if bucket.foreign > 0 { words += ", \(bucket.foreign) objects of others left" }
    if bucket.failures > 0 { words += ", \(bucket.failures) failures in a row" }
    if let problem = bucket.problem { words += ": \(problem)" }
    return "bucket       \(bucket.name): \(words)"
  }

  private static func text(of hub: SiteStatus.Hub, now: Date) -> String {
    var words = "\(hub.waiting) feeds wait"
    if hub.waiting == 0 { words = "told" }
    if let last = hub.lastAccepted { words += ", last told \(RelativeTime.words(last, now: now))" }
    if let next = hub.nextAttempt { words += ", tried again \(RelativeTime.words(next, now: now))" }
    if hub.failures > 0 { words += ", \(hub.failures) failures in a row" }
    if let problem = hub.problem { words += ": \(problem)" }
    return "hub          \(hub.url): \(words)"
  }
}

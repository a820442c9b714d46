import FoundationEssentials
import Logging
import NewsModel
import Stories

extension Pipeline {
  /// What a plan does to the entries of each feed, against what is remembered.
  mutating func feedChanges(_ plan: FeedPlan) -> [FeedChange] {
    plan.items.compactMap { item in
      let before = state.feeds[item.record.name]?.entries ?? []
      let archived = plan.archives.filter { $0.feed == item.record.name }.flatMap(\.entries)
      let (known, shown) = (Set(before), Set(item.record.entries))
      let kept = shown.union(archived)
      let change = FeedChange(
        name: item.record.name,
        entering: item.record.entries.filter { !known.contains($0) }.map(named),
        leaving: before.filter { !kept.contains($0) }.map(named), archived: archived.count)
      return change.entering.isEmpty && change.leaving.isEmpty && archived.isEmpty ? nil : change
    }
  }

  private func named(_ id: EntryID) -> FeedChange.Item {
    let title =
      state.ledger.stories[id]?.title ?? state.ledger.retired[id]?.title
      ?? articleOfEntry[id].flatMap { state.articles[$0]?.article.title }
    return FeedChange.Item(id: id, title: title ?? "")
  }

  /// The most lines that are logged of one change of settings: as many as a person reads, and a journal bears.
  private static let mostLines = 50

  /// Says what changed settings change, before it is remembered or published.
  func announce(_ report: SyncReport) {
    let lines = report.journalLines
    log.notice(
      "settings have changed since the last publication; this is about to change",
      metadata: [
        "stories_changed": "\(report.changes.count)",
        "ids_retired": "\(report.changes.count { $0.kind == "removed" })",
        "feeds_changed": "\(report.feeds.count)",
      ])
    for line in lines.prefix(Self.mostLines) { log.notice("\(line)") }
    if lines.count > Self.mostLines {
      log.notice("… and \(lines.count - Self.mostLines) more; `newsfold sync --dry-run` shows all")
    }
  }
}

extension SyncReport {
  /// What happens to stories, a line each, by their titles.
  public var storyLines: [String] { storyLines { "\($1.prefix(80))" } }

  /// What happens to feeds, a line for each and for each entry that comes or leaves, by their titles.
  public var feedLines: [String] { feedLines { "\($1.prefix(80))" } }

  /// What changes of stories and feeds, by ids alone: a journal is read by others than the articles are.
  var journalLines: [String] { storyLines { id, _ in "\(id)" } + feedLines { id, _ in "\(id)" } }

  private func storyLines(naming: (EntryID, String) -> String) -> [String] {
    changes.map { change in
      "\(change.kind): \(naming(change.id, change.title)) "
        + "(\(change.articles) \(change.articles == 1 ? "article" : "articles"))"
        + (change.kind == "removed" ? ", retires \(change.id)" : "")
        + (change.survivor.map { ", now \($0)" } ?? "")
    }
  }

  private func feedLines(naming: (EntryID, String) -> String) -> [String] {
    feeds.flatMap { feed in
      let name = feed.name.isEmpty ? "main" : feed.name
      return [
        "feed \(name): \(feed.entering.count) come, \(feed.leaving.count) leave, "
          + "\(feed.archived) move to the archive"
      ] + feed.entering.map { "feed \(name): comes: \(naming($0.id, $0.title))" }
        + feed.leaving.map { "feed \(name): leaves: \(naming($0.id, $0.title))" }
    }
  }
}

import NewsModel

extension SyncReport {
  /// The changes of stories, a line each, by their titles.
  public var storyLines: [String] { storyLines { "\($1.prefix(80))" } }

  /// The changes of feeds, a line for each and for each entry that comes or leaves, by their
  /// titles.
  public var feedLines: [String] { feedLines { "\($1.prefix(80))" } }

  /// The changes of stories and feeds by ids alone, because a journal has other readers than the
  /// articles.
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

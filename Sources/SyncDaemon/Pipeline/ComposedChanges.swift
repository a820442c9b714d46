import FoundationEssentials
import NewsModel
import Stories

/// What the fold and the composition of one pass came to.
struct ComposedChanges {
  /// The living stories whose page is to be written.
  var changed: Set<EntryID> = []
  /// Those of them that began or came back.
  var begun: Set<EntryID> = []
  /// Those of them of which a reader is told: their `updated` has moved.
  var told: Set<EntryID> = []
  /// The stories that are no more.
  var retired: Set<EntryID> = []
  /// The articles that are new or changed, and those that are gone, for feeds of articles.
  var articles: Set<ArticleID> = []
  /// For the report.
  var summary: [SyncReport.Change] = []

  /// The records that remember them.
  func records(of ledger: StoryLedger) -> [StateRecord] {
    retired.sorted().compactMap { ledger.retired[$0] }.map { .retired($0) }
      + changed.sorted().compactMap { ledger.stories[$0] }.map { .story($0) }
  }
}

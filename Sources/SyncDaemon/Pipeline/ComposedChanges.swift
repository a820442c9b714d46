import FoundationEssentials
import NewsModel
import Stories

/// The outcome of the fold and the composition of one pass.
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
  /// The titles, dates and substances of stories from now on.
  var revisions: [Revision] = []
  /// Stories of which only the title is another, as other settings and pins give it.
  var retitled: Set<EntryID> = []
  /// For the report.
  var summary: [SyncReport.Change] = []

  /// Whether what an entry says may be another.
  func concerns(_ id: EntryID, _ book: EntryBook, _ view: MemoryView) -> Bool {
    changed.contains(id) || book.article(of: id, in: view).map { articles.contains($0.id) } ?? false
  }

  /// The title, date and substance of a story.
  struct Revision {
    let id: EntryID
    let title: String
    let updated: Date
    let substance: String
  }

  /// The records that remember them.
  func records(of ledger: StoryLedger) -> [StateRecord] {
    retired.sorted().compactMap { ledger.retired[$0] }.map { .retired($0) }
      + changed.union(retitled).sorted().compactMap { ledger.stories[$0] }.map { .story($0) }
  }
}

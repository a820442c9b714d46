import FoundationEssentials
import NewsModel
import Stories

/// The changes of stories and entries in one pass, after folding and composing.
struct ComposedChanges {
  /// The published stories whose pages are to be written.
  var changed: Set<EntryID> = []
  /// The changed stories that are new or came back.
  var begun: Set<EntryID> = []
  /// The changed stories whose `updated` has moved, so that readers show them as new.
  var announced: Set<EntryID> = []
  /// The stories that were retired.
  var retired: Set<EntryID> = []
  /// The articles that are new, changed or gone, for feeds that are not merged.
  var articles: Set<ArticleID> = []
  /// The new titles, dates and substances of stories.
  var revisions: [Revision] = []
  /// Stories whose title alone has changed, because of other settings or pins.
  var retitled: Set<EntryID> = []
  /// The changes as the report lists them.
  var summary: [SyncReport.Change] = []

  /// Whether an entry may have changed.
  func concerns(_ id: EntryID, _ book: EntryBook, _ view: MemoryView) -> Bool {
    changed.contains(id) || book.article(of: id, in: view).map { articles.contains($0.id) } ?? false
  }

  /// Adds the stories whose documents name an article that this pass gave a date: an article that
  /// left one of them, or ended it, and states no date any more.
  ///
  /// - Complexity: O(*n*) in the decisions of the open stories, and nothing if no date was given.
  mutating func noteDates(_ delta: ArticleDelta, in ledger: StoryLedger) {
    let dated = Set(
      delta.records.compactMap { if case .placed(let date) = $0 { date.article } else { nil } })
    guard !dated.isEmpty else { return }
    func names(_ decisions: [Decision]) -> Bool {
      decisions.contains { $0.article.map(dated.contains) ?? false }
    }
    for story in ledger.stories.values where names(story.decisions) { changed.insert(story.id) }
    for story in ledger.retired.values where names(story.decisions) { retired.insert(story.id) }
  }

  /// The new title, date and substance of one story.
  struct Revision {
    let id: EntryID
    let title: String
    let updated: Date
    let substance: String
  }

  /// The state records of the new values.
  func records(of ledger: StoryLedger) -> [StateRecord] {
    retired.sorted().compactMap { ledger.retired[$0] }.map { .retired($0) }
      + changed.union(retitled).sorted().compactMap { ledger.stories[$0] }.map { .story($0) }
  }
}

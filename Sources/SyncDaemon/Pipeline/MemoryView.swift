import NewsModel
import Stories

/// The memory, to be read: what is open, and above it what was looked up in a document of the
/// archive.
///
/// A value that is made where it is needed and not kept: while one is held, a change of what it
/// shows costs a copy.
struct MemoryView {
  /// The open state.
  let open: SyncState
  /// The archive.
  let archive: StateArchive
  /// The contents that were looked up.
  private var lookedUp: SyncState?

  init(open: SyncState, archive: StateArchive = StateArchive(MemoryArchive())) {
    self.open = open
    self.archive = archive
  }

  /// The same with what a document of the archive holds.
  func looking(at contents: [StateRecord]) -> MemoryView {
    var view = self
    var state = SyncState()
    for record in contents { state.apply(record) }
    view.lookedUp = state
    return view
  }

  /// The record of an article.
  func article(_ id: ArticleID) -> ArticleRecord? { open.articles[id] ?? lookedUp?.articles[id] }

  /// The record of a file.
  func file(_ path: FilePath) -> FileRecord? { open.files[path] ?? lookedUp?.files[path] }

  /// A living story.
  func story(_ id: EntryID) -> Story? {
    open.ledger.stories[id] ?? lookedUp?.ledger.stories[id]
  }

  /// The stories, and what became of those that are no more.
  var ledger: StoryLedger { open.ledger }

  /// Whether an id was ever given to a story.
  func isTaken(_ id: EntryID) -> Bool {
    open.ledger.isTaken(id) || !archive.catalogue.documents(of: id).isEmpty
  }
}

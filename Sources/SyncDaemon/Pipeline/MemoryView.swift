import NewsModel
import Stories

/// A read-only view of the state: the open state, and on top of it what was looked up in documents
/// of the archive.
///
/// It is made where it is needed and not kept: while one is held, a change of the state costs a
/// copy.
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

  /// Adds the contents of an archive document.
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

  /// A published story.
  func story(_ id: EntryID) -> Story? {
    open.ledger.stories[id] ?? lookedUp?.ledger.stories[id]
  }

  /// The stories, published and retired.
  var ledger: StoryLedger { open.ledger }

  /// Whether an id was ever given to a story.
  func isTaken(_ id: EntryID) -> Bool {
    open.ledger.isTaken(id) || !archive.catalogue.documents(of: id).isEmpty
  }
}

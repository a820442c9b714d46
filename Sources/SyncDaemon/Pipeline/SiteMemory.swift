import FoundationEssentials
import NewsModel
import Stories

/// The state of a site in memory, and the only writer of `SyncState` and of its store.
///
/// A decision counts at once, and `commit` makes it durable before anything of it is published. A
/// memory that only reads has no store, so that no decision can reach the disk.
struct SiteMemory {
  private(set) var state = SyncState()
  /// The archive: documents of stories that are too old to change.
  private(set) var archive: StateArchive
  /// Articles that were published before state was lost; empty after the first pass.
  private(set) var recovered: Set<ArticleID> = []
  /// Articles that were taken out of the archive and are not folded yet.
  private(set) var awake: [ArticleID] = []
  /// Whether there may be stories whose articles have not been seen yet: after a start, and after a
  /// repair.
  private(set) var isUnsure = true
  private var store: (any StateStore)?
  /// The mark of the state as it was loaded.
  private var loadedMark: ContentDigest?
  /// The records that are decided but not yet durable.
  private var unsaved: [StateRecord] = []
  private var notes: [String] = []

  /// Makes an empty memory; call `open` next.
  init(_ store: any StateStore) {
    self.store = store
    archive = StateArchive(store.documents)
  }

  /// Loads the state.
  ///
  /// - Parameters:
  ///   - loaded: The state, if the store has loaded it already.
  ///   - rebuilds: Whether damage is set aside and built anew, instead of refused.
  ///   - mayWrite: Whether decisions may become durable from now on.
  /// - Throws: `StateError`.
  /// - Returns: The damaged archive documents that a rebuild has found, with their errors. Repair
  ///   them before anything else.
  mutating func open(
    loaded: SyncState?, rebuilds: Bool, mayWrite: Bool
  ) throws(StateError) -> [(record: ArchiveRecord, error: StateError)] {
    do throws(StateError) {
      if let loaded { state = loaded } else { state = try store?.load() ?? SyncState() }
    } catch {
      guard rebuilds, mayWrite, error.isDamage else { throw error }
      try store?.setAside()
      notes.append("\(error)")
    }
    loadedMark = store?.mark
    if !mayWrite { stopWriting() }
    let failures = try archive.open(Array(state.archives.values), isOwner: mayWrite)
    if let failure = failures.first(where: { !rebuilds || !$0.error.isDamage }) {
      throw failure.error
    }
    return failures
  }

  /// Stops writing: no further decision reaches the disk.
  mutating func stopWriting() { store = nil }

  /// A read-only view.
  var view: MemoryView { MemoryView(open: state, archive: archive) }

  /// Whether decisions can become durable.
  var isWriting: Bool { store != nil }

  /// The number of the next publication.
  var nextPublication: Int { (state.lastPublication?.number ?? state.ledger.lastMinted) + 1 }

  /// Whether all decisions are durable.
  var isDurable: Bool { unsaved.isEmpty }

  /// The mark of the state, if what is in memory is what is stored.
  var mark: ContentDigest? { isDurable ? store.map(\.mark) ?? loadedMark : nil }

  /// Whether some decision is not yet durable or not yet visible.
  var isUnfinished: Bool { !isDurable || !state.pending.isEmpty || isUnsure }

  /// The stories of articles that were taken out of the archive.
  var awakeStories: [Story] {
    Set(awake.compactMap { state.ledger.story(of: $0)?.id }).compactMap { state.ledger.stories[$0] }
  }

  /// Makes a decision. It counts from now on, and the next commit makes it durable.
  mutating func decide(_ records: [StateRecord]) {
    for record in records { state.apply(record) }
    unsaved += records
  }

  /// Forgets everything, because what is published is later. The files of the state are set aside.
  mutating func startAnew() throws(StateError) {
    try store?.setAside()
    state = SyncState()
    unsaved = []
    isUnsure = true
    _ = try archive.open([], isOwner: isWriting)
  }

  /// Adds what published documents say after state was lost.
  mutating func recover(_ records: [StateRecord]) {
    decide(records)
    recovered = Set(state.ledger.articles)
  }

  /// Applies a change of the grouping to the stories.
  ///
  /// - Returns: The changes of stories. Their records are made when the stories have been composed.
  mutating func fold(
    _ grouping: Grouping, renamed: [ArticleID: ArticleID], publication: Int, now: Date,
    facts: (MemoryView) -> PassFacts
  ) -> [StoryChange] {
    var ledger = state.takeLedger()
    // Made before the ledger changes, from the state without it, so that the change copies nothing.
    let facts = facts(view)
    ledger.rename(renamed)
    let changes = ledger.apply(
      groups: grouping.groups, removed: grouping.removed, revised: grouping.revised,
      publication: publication, now: now, facts: facts)
    state.put(ledger)
    awake = []
    isUnsure = false
    return changes
  }

  /// Adds the results of composing: titles, dates and substances.
  mutating func decide(_ composed: ComposedChanges) {
    for revision in composed.revisions {
      state.revise(
        revision.id, title: revision.title, updated: revision.updated,
        substance: revision.substance)
    }
    unsaved += composed.records(of: state.ledger)
  }

  /// Makes all decisions durable.
  ///
  /// - Throws: `StateError`; the decisions stand, and the next commit tries again.
  mutating func commit() throws {
    guard store != nil, !unsaved.isEmpty else { return }
    try archive.renameDamaged()
    try store?.append(unsaved)
    unsaved = []
    try archive.removeDiscarded()
  }

  /// Remembers that the last publication is visible, and all before it.
  ///
  /// - Parameter digest: The digest of the main feed's JSON document.
  /// - Throws: `StateError`; the publication is then made once more.
  mutating func confirm(digest: String?) throws {
    guard let last = state.lastPublication else { return }
    decide([.visible(VisiblePublication(number: last.number, digest: digest))])
    try commit()
  }

  /// Ends a pass.
  ///
  /// - Parameter released: The bytes of the open state that have moved to the archive.
  /// - Throws: `StateError`; the state stays as it was.
  mutating func tidy(released: Int = 0) throws {
    recovered = []
    try store?.compact(state, released: released)
  }

  /// Adds a note to the report of this pass, or of the next one.
  mutating func note(_ text: String) { notes.append(text) }

  /// Returns the notes and forgets them.
  mutating func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  // The archive is a part of the state: it changes only here.

  /// Moves a document of the archive back into the open state.
  mutating func wake(_ record: ArchiveRecord) throws(StateError) {
    let woken = try archive.wake(record, into: state)
    decide(woken.records)
    awake += woken.articles
  }

  /// Removes a damaged document. Its articles are read again, and its stories are known by what was
  /// published.
  mutating func setAside(_ record: ArchiveRecord, recovering records: [StateRecord]) {
    archive.setAside(record.number)
    isUnsure = true
    decide([.archiveGone(record.number)] + records)
  }

  /// Moves records into a new document of the archive, out of the open state.
  ///
  /// - Returns: The catalogue's record of the document.
  mutating func archive(
    _ records: [StateRecord], survivors: [ArchiveRecord.Survivor], merging: String
  ) throws -> ArchiveRecord {
    let record = try archive.write(records, survivors: survivors, merging: merging)
    decide([.archive(record)] + Retention.removals(of: records))
    try commit()
    return record
  }

  /// Puts records into a new document of pruned articles, in the place of another document if there
  /// is one.
  mutating func prune(
    _ records: [StateRecord], survivors: [ArchiveRecord.Survivor], inPlaceOf former: Int?
  ) throws {
    let pruned = try archive.write(records, survivors: survivors, isPruned: true)
    var changes: [StateRecord] = [.archive(pruned)]
    if let former {
      archive.discard(former)
      // In this order: the targets of retired ids are forgotten with the old document and known by
      // the new one.
      changes.insert(.archiveGone(former), at: 0)
    }
    decide(changes)
  }
}

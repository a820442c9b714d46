import FoundationEssentials
import NewsModel
import Stories

/// The memory of newsfold: the only writer of `SyncState`, and of the store behind it.
///
/// What is decided counts at once and becomes durable with `commit`, before anything of it is
/// published. A memory that only reads has no store, so that nothing it decides can reach the disk.
struct SiteMemory {
  private(set) var state = SyncState()
  /// The documents of what is too old to change.
  private(set) var archive: StateArchive
  /// Articles that were published before state was lost; empty after the first pass.
  private(set) var recovered: Set<ArticleID> = []
  /// Articles that were taken out of the archive and are not folded yet.
  private(set) var awake: [ArticleID] = []
  /// Whether stories may be there whose articles have not been seen since: after a start, and after
  /// a repair.
  private(set) var isUnsure = true
  private var store: (any StateStore)?
  /// The records that are decided and not durable yet.
  private var unsaved: [StateRecord] = []
  private var notes: [String] = []

  /// Remembers nothing yet; `open` comes next.
  init(_ store: any StateStore) {
    self.store = store
    archive = StateArchive(store.documents)
  }

  /// Reads what is remembered.
  ///
  /// - Parameters:
  ///   - loaded: What the store has loaded, if it has.
  ///   - rebuilds: Whether damage is set aside and built anew, instead of refused.
  ///   - mayWrite: Whether anything is to be remembered from now on.
  /// - Throws: `StateError`.
  /// - Returns: The documents of the archive that a rebuild has found damaged, and how; to be
  ///   repaired before anything else.
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
    if !mayWrite { stopWriting() }
    let failures = try archive.open(Array(state.archives.values), isOwner: mayWrite)
    if let failure = failures.first(where: { !rebuilds || !$0.error.isDamage }) {
      throw failure.error
    }
    return failures
  }

  /// Lets nothing more that is decided reach the disk.
  mutating func stopWriting() { store = nil }

  /// The memory, to be read.
  var view: MemoryView { MemoryView(open: state, archive: archive) }

  /// Whether what is decided can become durable.
  var isWriting: Bool { store != nil }

  /// The number of the next publication.
  var nextPublication: Int { (state.lastPublication?.number ?? state.ledger.lastMinted) + 1 }

  /// Whether all that is decided is durable.
  var isDurable: Bool { unsaved.isEmpty }

  /// Whether something is decided that is not stored or not visible yet.
  var isUnfinished: Bool { !isDurable || !state.pending.isEmpty || isUnsure }

  /// The stories of articles that were taken out of the archive.
  var awakeStories: [Story] {
    Set(awake.compactMap { state.ledger.story(of: $0)?.id }).compactMap { state.ledger.stories[$0] }
  }

  /// Decides something: it is so from now on, and durable with the next commit.
  mutating func decide(_ records: [StateRecord]) {
    for record in records { state.apply(record) }
    unsaved += records
  }

  /// Takes up ids that were published and are not remembered: what is remembered is of an earlier
  /// time.
  mutating func recoverLater(_ records: [StateRecord]) {
    decide(records)
    isUnsure = true
  }

  /// Takes up what was published before state was lost.
  mutating func recover(_ records: [StateRecord]) {
    decide(records)
    recovered = Set(state.ledger.articles)
  }

  /// Changes which articles are which stories.
  ///
  /// - Returns: What happened to stories; the records that say so come with what is composed of
  ///   them.
  mutating func fold(
    _ grouping: Grouping, renamed: [ArticleID: ArticleID], publication: Int, now: Date,
    facts: (MemoryView) -> PassFacts
  ) -> [StoryChange] {
    var ledger = state.takeLedger()
    // Of the state without the ledger, so that no copy is made of it while it changes.
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

  /// Takes up what entries came to: titles, dates, and what those are judged by.
  mutating func decide(_ composed: ComposedChanges) {
    for revision in composed.revisions {
      state.revise(
        revision.id, title: revision.title, updated: revision.updated,
        substance: revision.substance)
    }
    unsaved += composed.records(of: state.ledger)
  }

  /// Makes what is decided durable.
  ///
  /// - Throws: `StateError`; then it is decided still, and the next commit tries again.
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
  /// - Throws: `StateError`; then it is published once more.
  mutating func confirm(digest: String?) throws {
    guard let last = state.lastPublication else { return }
    decide([.visible(VisiblePublication(number: last.number, digest: digest))])
    try commit()
  }

  /// Ends a pass.
  ///
  /// - Parameter released: How many bytes of what was written are archived since.
  /// - Throws: `StateError`; what was remembered stays.
  mutating func tidy(released: Int = 0) throws {
    recovered = []
    try store?.compact(state, released: released)
  }

  /// Keeps something for the report of the pass, or of the next one.
  mutating func note(_ text: String) { notes.append(text) }

  /// Hands out what a person should know once.
  mutating func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  // What the archive holds is the state's too: here it is taken out, put in, and given up.

  /// Takes a document of the archive back into what is open.
  mutating func wake(_ record: ArchiveRecord) throws(StateError) {
    let woken = try archive.wake(record, into: state)
    decide(woken.records)
    awake += woken.articles
  }

  /// Gives a damaged document up: its articles are read again, its stories known by what was
  /// published.
  mutating func setAside(_ record: ArchiveRecord, recovering records: [StateRecord]) {
    archive.setAside(record.number)
    isUnsure = true
    decide([.archiveGone(record.number)] + records)
  }

  /// Moves records into a new document of the archive, out of what is open.
  ///
  /// - Returns: What is remembered of the document.
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
      // In this order: what retired ids lead to is forgotten with the old document and known by the
      // new one.
      changes.insert(.archiveGone(former), at: 0)
    }
    decide(changes)
  }
}

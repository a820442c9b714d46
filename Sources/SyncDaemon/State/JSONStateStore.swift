public import Feeds
import FoundationEssentials
public import NewsModel

/// State as JSON Lines: a snapshot, and a journal of what came after it.
///
/// Both files begin with a header line
/// (`{"newsfold":{"generation":3,"kind":"journal","schema":1}}`) and hold transactions: record
/// lines, then a `commit` line with their number and the digest of their bytes. An unfinished
/// transaction at the end of the journal was cut off by a crash and is dropped; anything else that
/// does not fit is damage and is refused. A journal whose generation is not that of the snapshot
/// was overtaken by it.
///
/// A change costs one append and one sync, however large the state is. The snapshot is written
/// again when the journal has outgrown it, so its cost is in proportion to what was appended.
public struct JSONStateStore: StateStore {
  /// The version of the records; raised when an older newsfold could not read them.
  ///
  /// 2 added archive documents; 3 added former ids of articles and missing files. State of older
  /// versions can be read.
  public static let schema = 3

  /// The documents of the archive: files in `archive/`.
  public var documents: any ArchiveDocuments {
    ArchiveFiles(stateDirectory: directory, files: files)
  }

  /// A digest of the transactions that add up to the stored state.
  public private(set) var mark: ContentDigest?

  private let directory: String
  private let files: any DurableFiles
  private var generation = 0
  private var journalByteCount = 0
  private var snapshotByteCount = 0
  /// The bytes of snapshot and journal whose records have moved to the archive.
  private var releasedByteCount = 0
  private var isJournalSound = false
  /// Whether the loaded state has an older schema and must be written in this one.
  private var isOutdated = false
  /// Whether `mark` is that of the stored state; false after a failed replacement.
  private var isMarkKnown = true
  /// Whether it is known which snapshot is in place; false after a failed replacement.
  private var isGenerationKnown = true

  private var lockPath: String { directory.appendingPath("lock") }
  private var snapshotPath: String { directory.appendingPath("snapshot.jsonl") }
  private var journalPath: String { directory.appendingPath("journal.jsonl") }

  /// Makes a store in a directory, which need not exist.
  public init(directory: String, files: any DurableFiles = POSIXFiles()) {
    self.directory = directory
    self.files = files
  }

  /// Takes the lock, `lock`; makes the directory if there is none.
  public func hold(
    for task: LockHolder.Task, since: String
  ) throws(SiteLockError) -> any SiteHold {
    do {
      try files.makeDirectory(directory)
    } catch {
      throw .failed(error)
    }
    return try SiteLock(path: lockPath, since: since, for: task)
  }

  /// The holder of the lock.
  public var holder: LockHolder? { SiteLock.holder(path: lockPath) }

  /// The dates of published documents: the times of their files, in `public/` beside the state.
  public var dates: any DocumentDates {
    FileDates(directory: Site(root: directory.parentDirectory).publicDirectory, files: files)
  }

  /// The notes of publish targets: files in `server/`.
  public func notes(_ name: String) -> any TargetNotes {
    NotesFile(path: directory.appendingPath("server").appendingPath(name), files: files)
  }

  /// A place for what is made of the state: a file in `derived/`.
  public func derived(_ name: String) -> any DerivedFile {
    DerivedStateFile(
      path: directory.appendingPath("derived").appendingPath(name), files: files)
  }

  /// Reads the snapshot and the journal after it.
  public mutating func load() throws(StateError) -> SyncState {
    var state = SyncState()
    let snapshot = try read(snapshotPath)
    let journal = try read(journalPath)
    generation = 0
    mark = nil
    isGenerationKnown = true
    isMarkKnown = true
    isOutdated = false
    snapshotByteCount = snapshot?.count ?? 0
    if let snapshot {
      let contents = try StateLines.parse(
        snapshot, path: snapshotPath, kind: "snapshot", schema: Self.schema)
      guard contents.unfinished == nil else {
        throw .damaged(
          path: snapshotPath, line: contents.lineCount, reason: "the last commit is missing")
      }
      generation = contents.generation
      isOutdated = contents.schema < Self.schema
      for record in contents.records { state.apply(record) }
      for commit in contents.commits { mark = StateLines.mark(mark, after: commit) }
    }
    isJournalSound = false
    journalByteCount = 0
    if let journal, !journal.isEmpty {
      let contents = try StateLines.parse(
        journal, path: journalPath, kind: "journal", schema: Self.schema)
      if contents.generation == generation, contents.hasHeader {
        for record in contents.records { state.apply(record) }
        for commit in contents.commits { mark = StateLines.mark(mark, after: commit) }
        journalByteCount = contents.soundByteCount
        isJournalSound = contents.soundByteCount == journal.count
        isOutdated = isOutdated || contents.schema < Self.schema
      } else if contents.generation > generation {
        throw .damaged(
          path: snapshotPath, line: 1,
          reason: "it is older than the journal, of generation \(contents.generation)")
      }
    }
    return state
  }

  /// Adds records to the journal, durable on return.
  public mutating func append(_ records: [StateRecord]) throws(StateError) {
    guard !records.isEmpty else { return }
    var bytes: [UInt8] = []
    let commit = StateLines.writeTransaction(records) { bytes += $0 }
    do {
      try prepareJournal()
      // Until the sync has returned, the end of the file may be incomplete.
      isJournalSound = false
      try files.append(bytes, to: journalPath)
      try files.sync(journalPath)
      journalByteCount += bytes.count
      isJournalSound = true
      mark = isMarkKnown ? StateLines.mark(mark, after: commit) : nil
    } catch {
      throw .file(error)
    }
  }

  /// Writes a snapshot and begins a new journal.
  public mutating func compact(_ state: SyncState, released: Int) throws(StateError) {
    releasedByteCount += released
    // A snapshot is written when the journal, with the archived rest that a start reads for
    // nothing, is larger than what is left of the last snapshot. So each byte is written at most
    // about twice more. Below 1 MiB a start reads the journal in milliseconds, and nothing is
    // gained.
    let left = snapshotByteCount - releasedByteCount
    guard isOutdated || journalByteCount + releasedByteCount > max(1 << 20, left) else { return }
    try writeSnapshot(state)
  }

  /// Writes the snapshot, whatever the journal's size.
  public mutating func writeSnapshot(_ state: SyncState) throws(StateError) {
    let next = generation + 1
    let header = StateLines.header(kind: "snapshot", generation: next, schema: Self.schema)
    do {
      try files.makeDirectory(directory)
      isGenerationKnown = false
      isMarkKnown = false
      mark = nil
      isJournalSound = false
      var commit = ""
      var byteCount = header.count
      try files.replace(snapshotPath, with: header) { put throws(FileError) in
        commit = try StateLines.writeTransaction(state.records()) { part throws(FileError) in
          byteCount += part.count
          try put(part)
        }
      }
      snapshotByteCount = byteCount
      releasedByteCount = 0
      isOutdated = false
      try prepareJournal()
      mark = StateLines.mark(nil, after: commit)
      isMarkKnown = true
    } catch {
      throw .file(error)
    }
  }

  /// Renames damaged files, so that a rebuild can begin.
  public mutating func setAside() throws(StateError) {
    do {
      for path in [snapshotPath, journalPath] {
        guard let bytes = try files.read(path) else { continue }
        // Named after its contents, so that setting the same damage aside twice keeps one copy.
        let mark = ContentDigest(bytes).hex(digits: 8)
        try files.rename(path, to: "\(path).damaged-\(mark)")
      }
      generation = 0
      mark = nil
      isMarkKnown = true
      journalByteCount = 0
      snapshotByteCount = 0
      isJournalSound = false
    } catch {
      throw .file(error)
    }
  }

  /// Cuts the journal after its last whole transaction, or writes its header.
  private mutating func prepareJournal() throws(FileError) {
    if !isGenerationKnown {
      // The new snapshot's name may not be on the disk yet. It must be, before the journal is cut.
      try files.sync(directory)
      let bytes = try files.read(snapshotPath) ?? []
      let found = StateLines.generation(of: bytes) ?? 0
      if found != generation { journalByteCount = 0 }
      generation = found
      isGenerationKnown = true
    }
    if isJournalSound { return }
    if journalByteCount > 0 {
      try files.truncate(journalPath, to: journalByteCount)
    } else {
      try files.makeDirectory(directory)
      let header = StateLines.header(
        kind: "journal", generation: generation, schema: Self.schema)
      try files.replace(journalPath, with: header)
      journalByteCount = header.count
    }
    isJournalSound = true
  }

  private func read(_ path: String) throws(StateError) -> [UInt8]? {
    do {
      return try files.read(path)
    } catch {
      throw .file(error)
    }
  }
}

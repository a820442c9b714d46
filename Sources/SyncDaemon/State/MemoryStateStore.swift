public import Feeds
public import NewsModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// State in memory. It is lost with the store.
///
/// Copies share their state, as two stores of one directory do. It is kept as lines of JSON, as in
/// the files, so that nothing is remembered that could not be stored.
public struct MemoryStateStore: StateStore {
  /// The documents of the archive.
  public var documents: any ArchiveDocuments { archive }

  private let archive = MemoryArchive()
  private let lines = Lines()
  private let dated = MemoryDates()
  private let noted = NotesInMemory()
  private let derivations = DerivedInMemory()
  private let place = MemoryHold.Place()

  private final class Lines: Sendable {
    let bytes = Mutex<[UInt8]>([])
  }

  /// Makes an empty store.
  public init() {}

  /// Takes the right to write, which one process can have only.
  public func hold(
    for task: LockHolder.Task, since: String
  ) throws(SiteLockError) -> any SiteHold {
    try MemoryHold(
      place, LockHolder(process: getpid(), host: "memory", since: since, task: task))
  }

  /// The holder of the right to write.
  public var holder: LockHolder? { place.holder.withLock { $0 } }

  /// The dates of published documents.
  public var dates: any DocumentDates { dated }

  /// The notes of publish targets.
  public func notes(_ name: String) -> any TargetNotes { noted.notes(name) }

  /// The digest of the lines.
  public var mark: ContentDigest? { lines.bytes.withLock { $0.isEmpty ? nil : ContentDigest($0) } }

  /// A place for what is made of the state.
  public func derived(_ name: String) -> any DerivedFile { derivations.file(name) }

  /// Reads the lines.
  public mutating func load() throws(StateError) -> SyncState {
    var state = SyncState()
    let header = StateLines.header(kind: "journal", generation: 0, schema: JSONStateStore.schema)
    let contents = try StateLines.parse(
      header + lines.bytes.withLock { $0 }, path: "memory", kind: "journal",
      schema: JSONStateStore.schema)
    for record in contents.records { state.apply(record) }
    return state
  }

  /// Adds lines.
  public mutating func append(_ records: [StateRecord]) throws(StateError) {
    guard !records.isEmpty else { return }
    let transaction = StateLines.transaction(records)
    lines.bytes.withLock { $0 += transaction }
  }

  /// Rewrites the lines once they have grown to twice what the state needs.
  public mutating func compact(_ state: SyncState, released: Int) throws(StateError) {
    // 1 MiB, as for the files: below, nothing is gained.
    guard lines.bytes.withLock({ $0.count }) > 1 << 20 else { return }
    let snapshot = StateLines.transaction(state.records())
    lines.bytes.withLock { if $0.count > 2 * snapshot.count { $0 = snapshot } }
  }

  /// Removes unusable state; there is no file that a person could look at.
  public mutating func setAside() throws(StateError) { lines.bytes.withLock { $0 = [] } }
}

public import Feeds
public import NewsModel

/// The store of newsfold's state: files (`JSONStateStore`), or memory (`MemoryStateStore`).
///
/// Records are remembered after a power cut once `append` has returned. If it throws, they are
/// remembered all together or not at all.
///
/// The state holds everything that a pass needs from earlier ones. No stage reads published
/// documents, except to recover lost state.
///
/// Its parts are the state itself, the documents of the archive, the notes of publish targets
/// (`TargetMemory`), the dates of documents, and the right to write to the site.
public protocol StateStore: TargetMemory {
  /// Takes the right to write to the site, without waiting.
  ///
  /// - Parameters:
  ///   - task: The task for which the site is held.
  ///   - since: The time when this process began, for people to read.
  /// - Throws: `SiteLockError.held` if another process has it; `.failed` if the place refuses.
  /// - Returns: The right; it ends with the last reference to it, or with the process.
  func hold(for task: LockHolder.Task, since: String) throws(SiteLockError) -> any SiteHold
  /// The process that has the right to write now; nil if none has.
  var holder: LockHolder? { get }
  /// The dates of published documents.
  var dates: any DocumentDates { get }
  /// The documents of the archive, which are read on demand.
  var documents: any ArchiveDocuments { get }
  /// A digest of what is stored: with the same mark it is the same state. Nil if nothing is, or if
  /// it is not known.
  var mark: ContentDigest? { get }
  /// A place for what is made of the state and can be made again at any time.
  ///
  /// - Parameter name: A name that is fit to be that of a file.
  /// - Returns: The place; there need be nothing.
  func derived(_ name: String) -> any DerivedFile
  /// Loads the state.
  ///
  /// - Throws: `StateError` if the stored state is damaged or cannot be read.
  mutating func load() throws(StateError) -> SyncState
  /// Adds records as one transaction.
  mutating func append(_ records: [StateRecord]) throws(StateError)
  /// Writes the state again in its shortest form, if that is worth the work.
  ///
  /// - Parameters:
  ///   - state: The present state.
  ///   - released: The stored bytes that are no longer needed, because they are archived.
  /// - Throws: `StateError`; the stored state stays as it was.
  mutating func compact(_ state: SyncState, released: Int) throws(StateError)
  /// Moves unusable state aside, so that it can be rebuilt.
  mutating func setAside() throws(StateError)
}

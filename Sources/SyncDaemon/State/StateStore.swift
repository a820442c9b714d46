/// The store of newsfold's state: files (`JSONStateStore`), or memory (`MemoryStateStore`).
///
/// Records are remembered after a power cut once `append` has returned. If it throws, they are
/// remembered all together or not at all.
///
/// The state holds everything that a pass needs from earlier ones. No stage reads published
/// documents, except to recover lost state.
public protocol StateStore: Sendable {
  /// The documents of the archive, which are read on demand.
  var documents: any ArchiveDocuments { get }
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

/// Where newsfold remembers what it did.
///
/// What `append` returned from is remembered after a power cut; what it threw on is remembered
/// whole or not at all.
///
/// All that a pass needs to know of before is in it: no stage reads what was published, but
/// recovery, when it is lost.
public protocol StateStore: Sendable {
  /// The documents of the archive, which are read on demand.
  var documents: any ArchiveDocuments { get }
  /// Everything remembered.
  ///
  /// - Throws: `StateError` if what is there cannot be trusted.
  mutating func load() throws(StateError) -> SyncState
  /// Remembers records that belong together.
  mutating func append(_ records: [StateRecord]) throws(StateError)
  /// Writes what is remembered anew in its shortest form, if that is worth it.
  ///
  /// - Parameters:
  ///   - state: What is remembered.
  ///   - released: How many bytes of what was written are of no use any more, since they are
  ///     archived.
  /// - Throws: `StateError`; what was remembered stays.
  mutating func compact(_ state: SyncState, released: Int) throws(StateError)
  /// Puts unusable state aside, so that it can be rebuilt.
  mutating func setAside() throws(StateError)
}

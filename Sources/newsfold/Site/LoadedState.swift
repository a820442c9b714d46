import SyncDaemon
import Synchronization

/// Hands a store and the state loaded from it to its one owner.
///
/// A second reference to the state would make its next change copy all of it.
final class LoadedState: Sendable {
  private let held: Mutex<(any StateStore, SyncState)?>

  init(_ store: any StateStore, _ state: SyncState) {
    held = Mutex((store, state))
  }

  /// Returns both and keeps no reference; a second call returns nil.
  func handOver() -> ((any StateStore)?, SyncState?) {
    held.withLock { held in
      defer { held = nil }
      return (held?.0, held?.1)
    }
  }
}

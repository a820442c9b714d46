import SyncDaemon
import Synchronization

/// A store with what it has loaded, on its way from who loads it to the one who changes it.
final class LoadedState: Sendable {
  private let held: Mutex<(JSONStateStore, SyncState)?>

  init(_ store: JSONStateStore, _ state: SyncState) {
    held = Mutex((store, state))
  }

  /// Gives it away; nothing is left behind.
  func take() -> (JSONStateStore?, SyncState?) {
    held.withLock { held in
      defer { held = nil }
      return (held?.0, held?.1)
    }
  }
}

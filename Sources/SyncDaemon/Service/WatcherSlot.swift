import Synchronization

/// Holds the current watcher, which can be replaced while its events are read.
final class WatcherSlot: Sendable {
  typealias Watcher = SiteWatcher<ContinuousClock>

  private let watcher = Mutex<Watcher?>(nil)

  /// The current watcher.
  var current: Watcher? { watcher.withLock { $0 } }

  /// Replaces the watcher, or removes it.
  func change(to fresh: Watcher?) {
    let old = watcher.withLock { watcher in
      defer { watcher = fresh }
      return watcher
    }
    old?.stop()
  }

  /// Calls `handle` with each event of the current watcher, one at a time, until there is no
  /// watcher.
  func run(_ handle: (WatchEvent, Watcher) async -> Void) async {
    while let watcher = current {
      while let event = await watcher.next() { await handle(event, watcher) }
      // A watcher that has ended by itself must not be asked again and again, though none does so.
      if current === watcher { return }
    }
  }
}

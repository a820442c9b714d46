import Synchronization

/// The place of a watcher, in which another one can take over.
final class WatcherSlot: Sendable {
  typealias Watcher = SiteWatcher<ContinuousClock>

  private let watcher = Mutex<Watcher?>(nil)

  /// The watcher in it.
  var current: Watcher? { watcher.withLock { $0 } }

  /// Lets another watcher take over, or none.
  func change(to fresh: Watcher?) {
    let old = watcher.withLock { watcher in
      defer { watcher = fresh }
      return watcher
    }
    old?.stop()
  }

  /// Hands out what is told, one event at a time, until there is no watcher.
  func run(_ take: (WatchEvent, Watcher) async -> Void) async {
    while let watcher = current {
      while let event = await watcher.next() { await take(event, watcher) }
      // One that has ended by itself, which none does, must not be asked again and again.
      if current === watcher { return }
    }
  }
}

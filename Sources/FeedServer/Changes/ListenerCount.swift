import Synchronization

/// Counts the clients that wait for changes, up to a limit.
final class ListenerCount: Sendable {
  private let limit: Int
  private let count = Mutex(0)

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts one in, unless there are too many.
  func enter() -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  /// Counts one out.
  func leave() {
    count.withLock { $0 -= 1 }
  }
}

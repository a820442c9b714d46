import Synchronization

/// The state that the watching thread shares with the task that reads events: held changes and
/// status.
final class WatchBoard<C: Clock>: Sendable where C.Duration == Duration {
  private struct State {
    var queue: SettlingQueue<C.Instant>
    var status: WatchStatus
    var isStopped = false
  }

  private let clock: C
  private let state: Mutex<State>
  private let signal = WakeSignal()

  init(clock: C, times: SettlingTimes, mode: WatchStatus.Mode) {
    self.clock = clock
    state = Mutex(State(queue: SettlingQueue(times: times), status: WatchStatus(mode: mode)))
  }

  var status: WatchStatus {
    state.withLock { state in
      var status = state.status
      status.unsettled = state.queue.count
      return status
    }
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  func update(_ change: (inout WatchStatus) -> Void) {
    state.withLock { change(&$0.status) }
  }

  /// Notes changes that were found in one go.
  func note(_ changes: [FileChange]) {
    guard !changes.isEmpty else { return }
    state.withLock { state in
      // The clock is read under the lock, so that the queue's instants only grow.
      let now = clock.now
      for change in changes { state.queue.note(change, at: now) }
    }
    signal.set()
  }

  func note(_ reason: RescanReason, isUrgent: Bool = false) {
    state.withLock { $0.queue.note(reason, isUrgent: isUrgent, at: clock.now) }
    signal.set()
  }

  /// Notes that a root has gone, and drops the changes held below it.
  func noteMissing(root: String) {
    state.withLock { state in
      state.queue.forget(below: FilePath(bytes: root.utf8))
      state.queue.note(.rootMissing(root), at: clock.now)
    }
    signal.set()
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    signal.set()
  }

  /// Waits for the next event; nil once stopped, or if the task is cancelled.
  func next() async -> WatchEvent? {
    while !Task.isCancelled {
      let answer = state.withLock { state -> SettlingQueue<C.Instant>.Answer? in
        state.isStopped ? nil : state.queue.next(at: clock.now)
      }
      switch answer {
      case nil: return nil
      case .event(let event): return event
      case .idle: await signal.wait()
      case .wait(until: let instant): await signal.wait(until: instant, clock: clock)
      }
    }
    return nil
  }
}

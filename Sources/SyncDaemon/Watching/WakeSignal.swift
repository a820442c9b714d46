import Synchronization

/// Wakes one waiting task; a signal that comes before the wait is not lost.
final class WakeSignal: Sendable {
  private struct State {
    var isSet = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Wakes the waiting task, or the next one that waits.
  func set() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard let waiter = state.waiter else {
        state.isSet = true
        return nil
      }
      state.waiter = nil
      return waiter
    }
    waiter?.resume()
  }

  /// Returns when the signal is set, or the task is cancelled, and clears it.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDone = state.withLock { state -> Bool in
          if state.isSet || Task.isCancelled {
            state.isSet = false
            return true
          }
          precondition(state.waiter == nil, "a wake signal has one waiter")
          state.waiter = continuation
          return false
        }
        if isDone { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter
      }
      waiter?.resume()
    }
  }

  /// Returns when the signal is set, an instant has come, or the task is cancelled.
  func wait<C: Clock>(until deadline: C.Instant, clock: C) async
  where C.Duration == Duration {
    await withTaskGroup(of: Void.self) { group in
      // Silence is right: a sleep fails only when it is cancelled, and then there is nothing to
      // wait for.
      group.addTask { try? await clock.sleep(until: deadline, tolerance: .zero) }
      group.addTask { await self.wait() }
      await group.next()
      group.cancelAll()
    }
  }
}

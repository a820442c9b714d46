import Synchronization

/// Follows one pass: which stage it is in, and how long each has taken.
final class PassWatch<C: Clock>: Sendable where C.Duration == Duration {
  private struct State {
    var stage: PassStage?
    var since: C.Instant
    var durations: [PassStage: Duration] = [:]
  }

  private let clock: C
  private let state: Mutex<State>

  /// Begins to follow.
  init(clock: C) {
    self.clock = clock
    state = Mutex(State(since: clock.now))
  }

  /// Takes a sign of life of a stage.
  ///
  /// - Returns: Whether the stage is another than before.
  func saw(_ stage: PassStage) -> Bool {
    state.withLock { state in
      guard stage != state.stage else { return false }
      let now = clock.now
      if let old = state.stage {
        state.durations[old, default: .zero] += state.since.duration(to: now)
      }
      state.stage = stage
      state.since = now
      return true
    }
  }

  /// Ends it.
  ///
  /// - Returns: How long each stage took.
  func end() -> [PassStage: Duration] {
    state.withLock { state in
      if let old = state.stage {
        state.durations[old, default: .zero] += state.since.duration(to: clock.now)
      }
      state.stage = nil
      return state.durations
    }
  }
}

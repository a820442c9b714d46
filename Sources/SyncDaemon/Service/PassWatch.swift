import Synchronization

/// Follows one pass: its present stage, and the time that each stage has taken.
final class PassWatch<C: Clock>: Sendable where C.Duration == Duration {
  private struct State {
    var stage: PassStage?
    var since: C.Instant
    var durations: [PassStage: Duration] = [:]
  }

  private let clock: C
  private let state: Mutex<State>

  /// Begins to measure.
  init(clock: C) {
    self.clock = clock
    state = Mutex(State(since: clock.now))
  }

  /// Notes progress within a stage.
  ///
  /// - Returns: Whether a new stage has begun.
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

  /// Ends the measurement.
  ///
  /// - Returns: The time that each stage took.
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

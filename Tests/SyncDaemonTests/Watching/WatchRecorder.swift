import Testing

@testable import SyncDaemon

/// Collects what a watcher tells until a test has seen what it waits for, moving the manual clock
/// on meanwhile.
final class WatchRecorder {
  /// The files that there would be according to the events.
  private(set) var told: Set<String> = []
  private(set) var events: [WatchEvent] = []
  private(set) var reasons: [RescanReason] = []
  private(set) var removed: [String] = []
  private let watcher: any FileWatcher
  private let clock: ManualClock

  init(_ watcher: any FileWatcher, _ clock: ManualClock) {
    self.watcher = watcher
    self.clock = clock
  }

  deinit {
    watcher.stop()
  }

  /// Takes events until a condition holds; fails the test if it does not within `patience` of real
  /// time.
  ///
  /// Tests that compute for a minute may hold both threads of a machine with two cores, one after
  /// the other (120 s were too few, 2026-11-22).
  func take(
    _ what: String, patience: Duration = .seconds(600), until isDone: (WatchRecorder) -> Bool,
    location: SourceLocation = #_sourceLocation
  ) async {
    let deadline = ContinuousClock.now.advanced(by: patience)
    while !isDone(self) {
      guard let event = await next(before: deadline) else {
        Issue.record(
          "\(what): not told in time; told so far: \(events), \(watcher.status)",
          sourceLocation: location)
        return
      }
      take(event)
    }
  }

  private func next(before deadline: ContinuousClock.Instant) async -> WatchEvent? {
    let watcher = watcher
    let clock = clock
    return await withTaskGroup(of: WatchEvent?.self) { group in
      group.addTask { await watcher.next() }
      group.addTask {
        // The kernel's events need real time to come, so this pause is real; what settles them is
        // the manual clock.
        while !Task.isCancelled, ContinuousClock.now < deadline {
          if clock.sleeperCount > 0 { clock.advance(by: .milliseconds(50)) }
          // Real time, as above.
          try? await Task.sleep(for: .milliseconds(1))
        }
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private func take(_ event: WatchEvent) {
    events.append(event)
    switch event {
    case .rescan(let why): reasons += why
    case .changed(let settled, let gone):
      removed += gone.map(\.text)
      for path in gone.map(\.text) {
        told = told.filter { $0 != path && !$0.hasPrefix(path + "/") }
      }
      told.formUnion(settled.map(\.text))
    }
  }
}

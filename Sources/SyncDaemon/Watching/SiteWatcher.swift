import Synchronization

/// The watcher of a site: by events if possible, else by polling, and with a regular rescan
/// besides.
///
/// When events fail (no more watches, no more instances, a network file system) it changes to
/// polling, announces that by a rescan and in `status.fallback`, and tries events again after
/// `retry`.
public final class SiteWatcher<C: Clock>: FileWatcher where C.Duration == Duration {
  /// Settings of a site's watcher.
  public struct Settings: Sendable {
    /// The directories.
    public var roots: [String]
    /// Times for which changes are held back.
    public var times: SettlingTimes
    /// Whether to poll even if events are possible; the setting `watch: polling`.
    public var pollsOnly: Bool
    /// The setting `poll`.
    public var pollInterval: Duration
    /// The setting `rescan`.
    public var rescanInterval: Duration
    /// The time after which events are tried again when they failed.
    ///
    /// Ten minutes, because each try walks all directories.
    public var retry: Duration = .seconds(600)
    /// Says of the path of a file or directory whether to pass it over, with all that is below it.
    public var isIgnored: @Sendable (String) -> Bool
    /// Called at least once a second by the thread that watches by events, as a sign of life. It is
    /// never called while polling, because nobody knows how long a look at a slow file system
    /// takes.
    public var onBeat: @Sendable () -> Void

    /// Makes the settings of a watcher.
    public init(
      roots: [String], times: SettlingTimes = SettlingTimes(), pollsOnly: Bool = false,
      pollInterval: Duration = .seconds(2), rescanInterval: Duration = .seconds(600),
      isIgnored: @escaping @Sendable (String) -> Bool = { _ in false },
      onBeat: @escaping @Sendable () -> Void = {}
    ) {
      self.roots = roots
      self.times = times
      self.pollsOnly = pollsOnly
      self.pollInterval = pollInterval
      self.rescanInterval = rescanInterval
      self.isIgnored = isIgnored
      self.onBeat = onBeat
    }
  }

  private struct State {
    var watcher: any FileWatcher
    var fallback: String?
    var overflows = 0
    var retryAt: C.Instant?
    var rescanAt: C.Instant
    var isStopped = false
  }

  private enum Next: Sendable {
    case event(WatchEvent?)
    case due
  }

  private let settings: Settings
  private let clock: C
  private let makeEventWatcher: @Sendable () throws -> any FileWatcher
  private let state: Mutex<State>

  /// Begins to watch.
  public convenience init(settings: Settings, clock: C) {
    self.init(settings: settings, clock: clock) {
      #if os(Linux)
        try InotifyWatcher(
          roots: settings.roots, times: settings.times, clock: clock,
          isIgnored: settings.isIgnored, onBeat: settings.onBeat)
      #else
        throw FileError(operation: "watch by events", path: "", code: 0)
      #endif
    }
  }

  /// Begins to watch, with another maker of the watcher by events, for tests.
  init(
    settings: Settings, clock: C,
    makeEventWatcher: @escaping @Sendable () throws -> any FileWatcher
  ) {
    self.settings = settings
    self.clock = clock
    self.makeEventWatcher = makeEventWatcher
    let now = clock.now
    var fallback: String?
    var watcher: (any FileWatcher)?
    if !settings.pollsOnly {
      do { watcher = try makeEventWatcher() } catch { fallback = Self.words(error) }
    }
    state = Mutex(
      State(
        watcher: watcher ?? Self.poller(settings, clock), fallback: fallback,
        retryAt: fallback == nil ? nil : now.advanced(by: settings.retry),
        rescanAt: now.advanced(by: settings.rescanInterval)))
  }

  private static func poller(_ settings: Settings, _ clock: C) -> any FileWatcher {
    PollingWatcher(
      roots: settings.roots, interval: settings.pollInterval, clock: clock,
      isIgnored: settings.isIgnored)
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? FileError else { return "\(error)" }
    return "\(error.operation) failed: \(error.reason). "
      + "Raise fs.inotify.max_user_instances and max_user_watches; polling meanwhile."
  }

  /// The present way of watching, and the reason if it fell back to polling.
  public var status: WatchStatus {
    let (watcher, fallback, overflows) = state.withLock { ($0.watcher, $0.fallback, $0.overflows) }
    var status = watcher.status
    status.fallback = status.fallback ?? fallback
    status.overflows += overflows
    return status
  }

  /// Passes the files on to the watcher in use.
  public func recheck(_ paths: [FilePath]) {
    state.withLock { $0.watcher }.recheck(paths)
  }

  /// Ends the watching.
  public func stop() {
    let watcher = state.withLock { state in
      state.isStopped = true
      return state.watcher
    }
    watcher.stop()
  }

  /// The time when the next regular rescan is due.
  public var nextRescan: C.Instant { state.withLock { $0.rescanAt } }

  /// Waits for the next event of the watcher in use, or for a rescan that is due.
  public func next() async -> WatchEvent? {
    while !Task.isCancelled {
      let now = clock.now
      if let due = takeDue(now) { return due }
      let (watcher, deadline, isStopped) = state.withLock { state in
        (state.watcher, min(state.rescanAt, state.retryAt ?? state.rescanAt), state.isStopped)
      }
      if isStopped { return nil }
      switch await race(watcher, until: deadline) {
      case .due: continue
      case .event(let event?): return event
      case .event(nil):
        if Task.isCancelled || state.withLock({ $0.isStopped }) { return nil }
        fallBack(from: watcher)
        return .rescan([.modeChanged])
      }
    }
    return nil
  }

  private func race(_ watcher: any FileWatcher, until deadline: C.Instant) async -> Next {
    await withTaskGroup(of: Next.self) { group in
      group.addTask { .event(await watcher.next()) }
      group.addTask { [clock] in
        // Silence is right: a sleep fails only when it is cancelled, and then nobody waits for it.
        try? await clock.sleep(until: deadline, tolerance: .zero)
        return .due
      }
      let first = await group.next() ?? .due
      group.cancelAll()
      // An event that was taken while the time ran out must not be lost.
      let second = await group.next() ?? .due
      if case .due = first, case .event(.some) = second { return second }
      return first
    }
  }

  private func fallBack(from watcher: any FileWatcher) {
    let poller = Self.poller(settings, clock)
    let reason = watcher.status.fallback ?? "watching by events ended; polling meanwhile."
    state.withLock { state in
      state.overflows += watcher.status.overflows
      state.watcher = poller
      state.fallback = reason
      state.retryAt = clock.now.advanced(by: settings.retry)
    }
  }

  /// Returns the regular rescan if its time has come, and tries events again if that time has come.
  private func takeDue(_ now: C.Instant) -> WatchEvent? {
    if let retryAt = state.withLock({ $0.retryAt }), retryAt <= now {
      // Silence is right: another failure is expected, and the old reason still stands.
      let watcher = try? makeEventWatcher()
      let old = state.withLock { state -> (any FileWatcher)? in
        state.retryAt = watcher == nil ? now.advanced(by: settings.retry) : nil
        guard let watcher else { return nil }
        defer { state.watcher = watcher }
        state.fallback = nil
        return state.watcher
      }
      old?.stop()
    }
    return state.withLock { state in
      guard state.rescanAt <= now else { return nil }
      state.rescanAt = now.advanced(by: settings.rescanInterval)
      return .rescan([.periodic])
    }
  }
}

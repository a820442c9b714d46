import Synchronization

/// Watches by looking at everything every few seconds: for network file systems, containers, and
/// where events fail.
///
/// A change is reported once a second look finds the file as the first one did, so it has been
/// quiet for one interval. At most a tenth of the time is spent looking: the interval grows with
/// the time that a look takes.
public final class PollingWatcher<C: Clock>: FileWatcher where C.Duration == Duration {
  private struct State {
    var status = WatchStatus(mode: .polling)
    var rechecks: [FilePath] = []
    var isStopped = false
  }

  /// The data kept between two looks, used only by the one caller of `next`.
  private struct Progress: Sendable {
    var snapshot = ScanSnapshot()
    /// Changes of the last look; true if the path is gone.
    var pending: [FilePath: Bool] = [:]
    var missingRoots: Set<String> = []
    var hasStarted = false
    var interval: Duration
  }

  private let roots: [String]
  private let scan: DirectoryScan
  private let interval: Duration
  private let clock: C
  private let state = Mutex(State())
  private let progress: Mutex<Progress>
  private let signal = WakeSignal()

  /// Makes a watcher; the first event is a rescan.
  ///
  /// - Parameters:
  ///   - roots: Directories; they may be missing now, and come and go.
  ///   - interval: The setting `poll`: the least time between two looks.
  ///   - clock: The clock for the time between looks.
  ///   - isIgnored: As for `InotifyWatcher`.
  public init(
    roots: [String], interval: Duration, clock: C,
    isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.roots = DirectoryScan.distinct(roots)
    scan = DirectoryScan(roots: roots, isIgnored: isIgnored)
    self.interval = interval
    self.clock = clock
    progress = Mutex(Progress(interval: interval))
  }

  /// The present way of watching.
  public var status: WatchStatus { state.withLock { $0.status } }

  /// Holds the files until the second look from now.
  public func recheck(_ paths: [FilePath]) {
    state.withLock { $0.rechecks.append(contentsOf: paths) }
  }

  /// Ends the watching; `next` then returns nil.
  public func stop() {
    state.withLock { $0.isStopped = true }
    signal.set()
  }

  /// Waits for the next event; looks every `interval` until there is one.
  public func next() async -> WatchEvent? {
    while !Task.isCancelled, !state.withLock({ $0.isStopped }) {
      if let event = await look() { return event }
      let interval = progress.withLock { $0.interval }
      await signal.wait(until: clock.now.advanced(by: interval), clock: clock)
    }
    return nil
  }

  /// Looks once, on a thread of its own because a look at a million files takes seconds.
  private func look() async -> WatchEvent? {
    let start = clock.now
    let event = await OwnThread.value { [self] in compare() }
    let cost = start.duration(to: clock.now)
    // Ten times the cost of a look, so that looking takes at most a tenth of one processor.
    progress.withLock { $0.interval = max(interval, cost * 10) }
    return event
  }

  private func compare() -> WatchEvent? {
    let rechecks = state.withLock { state in
      defer { state.rechecks = [] }
      return state.rechecks
    }
    let (event, status) = progress.withLock { progress in
      compare(&progress, rechecks: rechecks)
    }
    state.withLock { $0.status = status }
    return event
  }

  private func compare(
    _ progress: inout Progress, rechecks: [FilePath]
  ) -> (WatchEvent?, WatchStatus) {
    let comparison = ScanComparison(old: progress.snapshot, scan: scan, roots: roots)
    progress.snapshot = comparison.snapshot
    var status = WatchStatus(mode: .polling)
    status.missingRoots = comparison.missingRoots
    status.unreadableDirectories = Array(
      comparison.unreadable.prefix(WatchStatus.unreadableLimit).map(\.text))
    guard progress.hasStarted else {
      progress.hasStarted = true
      progress.missingRoots = Set(comparison.missingRoots)
      return (.rescan([.started] + comparison.missingRoots.map { .rootMissing($0) }), status)
    }

    var settled: [FilePath] = []
    var removed: [FilePath] = []
    let fresh = Set(comparison.changed).union(comparison.removed).union(rechecks)
    for (path, isGone) in progress.pending where !fresh.contains(path) {
      if isGone { removed.append(path) } else { settled.append(path) }
    }
    progress.pending = [:]
    for path in comparison.changed + rechecks { progress.pending[path] = false }
    for path in comparison.removed { progress.pending[path] = true }
    status.unsettled = progress.pending.count

    let missing = Set(comparison.missingRoots)
    let reasons =
      comparison.missingRoots.filter { !progress.missingRoots.contains($0) }
      .map { RescanReason.rootMissing($0) }
      + roots.filter { progress.missingRoots.contains($0) && !missing.contains($0) }
      .map { RescanReason.rootReturned($0) }
    progress.missingRoots = missing
    if !reasons.isEmpty {
      // The scan that follows sees these files too.
      for path in settled { progress.pending[path] = false }
      for path in removed { progress.pending[path] = true }
      return (.rescan(reasons), status)
    }
    if settled.isEmpty, removed.isEmpty { return (nil, status) }
    return (
      .changed(
        settled: settled.sorted(),
        removed: removed.sorted()), status
    )
  }
}

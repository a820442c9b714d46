/// Holds changes back until their files have settled, and gathers them into few batches.
///
/// A pure state machine: instants come in, batches go out. Every path is held once, however often
/// it changes, and each change costs O(1). The rules, in the order in which they matter:
///
/// 1. A path is ready once it has been quiet for the time of its kind (`SettlingTimes`). A file
///    that is open for writing has no other bound; one that is closed and rewritten again and again
///    is ready after `longest`.
/// 2. A rename waits as a whole: the old path is ready when the new one is.
/// 3. Ready paths are reported at once, unless more than `floodSize` paths would then have been
///    reported within `spacing`: then the batch waits until `spacing` after the last one. So a
///    single change is never held back, and a burst of any size costs one batch in `spacing`.
/// 4. A change to a path that is ready but not yet reported starts its quiet time anew.
struct SettlingQueue<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  /// The next thing to do.
  enum Answer: Equatable {
    /// Report this event.
    case event(WatchEvent)
    /// Do nothing before this instant, unless something changes.
    case wait(until: Instant)
    /// Do nothing, unless something changes.
    case idle
  }

  private enum Kind {
    case written, finished, discovered, removed
  }

  private struct Pending {
    var kind: Kind
    var first: Instant
    var last: Instant
    var serial: UInt64
    /// The new path of a renamed file; the removal waits for it.
    var successor: FilePath?
  }

  private struct Rescan {
    var reasons: [RescanReason]
    var first: Instant
    var last: Instant
    var isUrgent: Bool
  }

  private let times: SettlingTimes
  private var pending: [FilePath: Pending] = [:]
  /// Paths that are ready to be reported; true if the path is gone.
  private var ready: [FilePath: Bool] = [:]
  /// The old paths of renamed files that wait for their new path, by the new path.
  private var predecessors: [FilePath: [FilePath]] = [:]
  private var serial: UInt64 = 0
  private var rescan: Rescan?
  // One line for each quiet time. Because a constant is added to instants that only grow, each line
  // is in the order in which paths are due.
  private var settleLine = DueLine<Instant>()
  private var discoveryLine = DueLine<Instant>()
  private var quietLine = DueLine<Instant>()
  private var longestLine = DueLine<Instant>()
  /// The times and sizes of the batches reported within the last `spacing`.
  private var recentBatches: [(at: Instant, count: Int)] = []

  init(times: SettlingTimes) {
    self.times = times
  }

  /// The number of paths that are held.
  var count: Int { pending.count + ready.count }

  /// Takes in a change.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - now: The present instant; never earlier than in a previous call.
  mutating func note(_ change: FileChange, at now: Instant) {
    switch change {
    case .written(let path): hold(path, .written, at: now)
    case .finished(let path): hold(path, .finished, at: now)
    case .discovered(let path):
      // A listing says less than the events that may have come before it.
      if pending[path]?.kind != .written { hold(path, .discovered, at: now) }
    case .touched(let path):
      if let kind = pending[path]?.kind, kind != .removed {
        hold(path, kind, at: now)
      } else {
        hold(path, .finished, at: now)
      }
    case .arrived(let path, from: let old):
      if let old, old != path { hold(old, .removed, at: now, successor: path) }
      hold(path, .finished, at: now)
    case .removed(let path): hold(path, .removed, at: now)
    }
  }

  /// Asks for a rescan.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - isUrgent: Whether to report it at once. Otherwise it waits until such reasons have been
  ///     quiet for `settle`, but at most `longest`, because several come in a row.
  ///   - now: The present instant; never earlier than in a previous call.
  mutating func note(_ reason: RescanReason, isUrgent: Bool = false, at now: Instant) {
    var wanted = rescan ?? Rescan(reasons: [], first: now, last: now, isUrgent: false)
    if !wanted.reasons.contains(reason) { wanted.reasons.append(reason) }
    wanted.last = now
    wanted.isUrgent = wanted.isUrgent || isUrgent
    rescan = wanted
  }

  /// Forgets what is held below a directory.
  ///
  /// - Complexity: O(*n*) in the number of held paths.
  mutating func forget(below directory: FilePath) {
    pending = pending.filter { $0.key.relative(to: directory) == nil }
    ready = ready.filter { $0.key.relative(to: directory) == nil }
    predecessors = predecessors.filter { $0.key.relative(to: directory) == nil }
  }

  /// Decides what to do at an instant; an event that is returned counts as reported.
  mutating func next(at now: Instant) -> Answer {
    if let wanted = rescan {
      let due = dueInstant(of: wanted)
      if due <= now {
        rescan = nil
        return .event(.rescan(wanted.reasons))
      }
    }
    collect(at: now)
    let release = ready.isEmpty ? nil : releaseInstant(at: now)
    if let release, release <= now { return .event(releaseBatch(at: now)) }
    let instants = [
      release, rescan.map(dueInstant), settleLine.due, discoveryLine.due, quietLine.due,
      longestLine.due,
    ]
    guard let earliest = instants.compactMap({ $0 }).min() else { return .idle }
    return .wait(until: earliest)
  }

  private func dueInstant(of rescan: Rescan) -> Instant {
    if rescan.isUrgent { return rescan.first }
    return min(rescan.last.advanced(by: times.settle), rescan.first.advanced(by: times.longest))
  }

  private mutating func hold(
    _ path: FilePath, _ kind: Kind, at now: Instant, successor: FilePath? = nil
  ) {
    ready[path] = nil
    serial += 1
    if let old = pending[path] {
      // A burst of writes that is read in one go needs only one place in the line.
      if old.kind == kind, old.last == now, old.successor == successor { return }
      pending[path] = Pending(
        kind: kind, first: old.first, last: now, serial: serial, successor: successor)
    } else {
      pending[path] = Pending(
        kind: kind, first: now, last: now, serial: serial, successor: successor)
      longestLine.append(path, serial: serial, due: now.advanced(by: times.longest))
    }
    switch kind {
    case .written:
      quietLine.append(path, serial: serial, due: now.advanced(by: times.quiet))
    case .discovered:
      discoveryLine.append(path, serial: serial, due: now.advanced(by: times.discovery))
    case .finished, .removed:
      settleLine.append(path, serial: serial, due: now.advanced(by: times.settle))
    }
  }

  private mutating func collect(at now: Instant) {
    while let place = settleLine.next(at: now) { makeReady(place) }
    while let place = discoveryLine.next(at: now) { makeReady(place) }
    while let place = quietLine.next(at: now) { makeReady(place) }
    // This line has one place for each time that a path began to be held, whatever happened to it
    // since.
    while let place = longestLine.next(at: now) {
      guard var held = pending[place.path], held.first.advanced(by: times.longest) == place.due
      else { continue }
      if held.kind == .written {
        // Still open for writing: the bound counts from now.
        held.first = now
        pending[place.path] = held
        longestLine.append(
          place.path, serial: held.serial, due: now.advanced(by: times.longest))
      } else {
        makeReady(place.path, held)
      }
    }
  }

  private mutating func makeReady(_ place: DueLine<Instant>.Place) {
    guard let held = pending[place.path], held.serial == place.serial else { return }
    makeReady(place.path, held)
  }

  private mutating func makeReady(_ path: FilePath, _ held: Pending) {
    if let successor = held.successor, let next = pending[successor],
      let due = dueInstant(of: next), due > held.last.advanced(by: times.settle)
    {
      // Renamed, and written to or renamed again since: it waits with the new path. The line is for
      // the case that the new path is forgotten.
      predecessors[successor, default: []].append(path)
      var waiting = held
      waiting.last = next.last
      serial += 1
      waiting.serial = serial
      pending[path] = waiting
      switch next.kind {
      case .written: quietLine.append(path, serial: serial, due: due)
      case .discovered: discoveryLine.append(path, serial: serial, due: due)
      case .finished, .removed: settleLine.append(path, serial: serial, due: due)
      }
      return
    }
    pending[path] = nil
    ready[path] = held.kind == .removed
    for old in predecessors.removeValue(forKey: path) ?? [] {
      if let waiting = pending[old], waiting.successor == path { makeReady(old, waiting) }
    }
  }

  private func dueInstant(of held: Pending) -> Instant? {
    switch held.kind {
    case .written: held.last.advanced(by: times.quiet)
    case .discovered: held.last.advanced(by: times.discovery)
    case .finished, .removed:
      min(held.last.advanced(by: times.settle), held.first.advanced(by: times.longest))
    }
  }

  private mutating func releaseInstant(at now: Instant) -> Instant {
    let spacing = times.spacing
    recentBatches.removeAll { $0.at.advanced(by: spacing) <= now }
    guard let last = recentBatches.last else { return now }
    let recent = recentBatches.reduce(0) { $0 + $1.count }
    if recent + ready.count <= times.floodSize { return now }
    return last.at.advanced(by: times.spacing)
  }

  private mutating func releaseBatch(at now: Instant) -> WatchEvent {
    var settled: [FilePath] = []
    var removed: [FilePath] = []
    for (path, isGone) in ready {
      if isGone { removed.append(path) } else { settled.append(path) }
    }
    recentBatches.append((at: now, count: ready.count))
    ready = [:]
    settled.sort()
    removed.sort()
    return .changed(settled: settled, removed: removed)
  }
}

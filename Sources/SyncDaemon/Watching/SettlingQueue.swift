/// Holds changes back until their files have settled, and gathers them into few batches.
///
/// A pure state machine: instants come in, batches go out. Every path is held once, however often
/// it changes, and each change costs O(1). The rules, in the order in which they matter:
///
/// 1. A path is ready once it has been quiet for the time of its kind (`SettlingTimes`). A file
///    that is open for writing has no other bound; one that is closed and rewritten again and again
///    is ready after `longest`.
/// 2. A rename waits as a whole: the old path is ready when the new one is.
/// 3. What is ready is told at once, unless more than `floodSize` paths would then have been told
///    within `spacing`: then the batch waits until `spacing` after the last one. So a single change
///    is never held back, and a burst of any size costs one batch in `spacing`.
/// 4. A change to a path that is ready but not yet told starts its quiet time anew.
struct SettlingQueue<Instant: InstantProtocol & Sendable>: Sendable
where Instant.Duration == Duration {
  /// The next thing to do.
  enum Answer: Equatable {
    /// Tell this.
    case event(WatchEvent)
    /// Nothing before this instant, unless something changes.
    case wait(until: Instant)
    /// Nothing, unless something changes.
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
    /// Where a renamed file went: the removal waits for it.
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
  /// Ready to be told; true if the path is gone.
  private var ready: [FilePath: Bool] = [:]
  /// Where files were renamed from that wait for their new path, by that.
  private var predecessors: [FilePath: [FilePath]] = [:]
  private var serial: UInt64 = 0
  private var rescan: Rescan?
  // One line for each quiet time. A constant is added to instants that only grow, so each line is
  // in due order.
  private var settleLine = DueLine<Instant>()
  private var discoveryLine = DueLine<Instant>()
  private var quietLine = DueLine<Instant>()
  private var longestLine = DueLine<Instant>()
  /// When batches of the last `spacing` were told, and how many paths they had.
  private var told: [(at: Instant, count: Int)] = []

  init(times: SettlingTimes) {
    self.times = times
  }

  /// The number of paths that are held.
  var count: Int { pending.count + ready.count }

  /// Takes in a change.
  ///
  /// - Parameters:
  ///   - change: What happened.
  ///   - now: Never earlier than in a previous call.
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
  ///   - reason: Why.
  ///   - isUrgent: Whether to tell it at once. Otherwise it waits until such reasons have been
  ///     quiet for `settle`, at most `longest`, since several come in a row.
  ///   - now: Never earlier than in a previous call.
  mutating func note(_ reason: RescanReason, isUrgent: Bool = false, at now: Instant) {
    var wanted = rescan ?? Rescan(reasons: [], first: now, last: now, isUrgent: false)
    if !wanted.reasons.contains(reason) { wanted.reasons.append(reason) }
    wanted.last = now
    wanted.isUrgent = wanted.isUrgent || isUrgent
    rescan = wanted
  }

  /// Forgets what is held below a directory.
  ///
  /// - Complexity: O(*n*) in what is held.
  mutating func forget(below directory: FilePath) {
    pending = pending.filter { $0.key.relative(to: directory) == nil }
    ready = ready.filter { $0.key.relative(to: directory) == nil }
    predecessors = predecessors.filter { $0.key.relative(to: directory) == nil }
  }

  /// The thing to do at an instant; an event counts as told.
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
      // A burst of writes read in one go needs one place in line.
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
      // Renamed, and written to or renamed on since: wait with the new path. The line is for when
      // that is forgotten.
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
    told.removeAll { $0.at.advanced(by: spacing) <= now }
    guard let last = told.last else { return now }
    let recent = told.reduce(0) { $0 + $1.count }
    if recent + ready.count <= times.floodSize { return now }
    return last.at.advanced(by: times.spacing)
  }

  private mutating func releaseBatch(at now: Instant) -> WatchEvent {
    var settled: [FilePath] = []
    var removed: [FilePath] = []
    for (path, isGone) in ready {
      if isGone { removed.append(path) } else { settled.append(path) }
    }
    told.append((at: now, count: ready.count))
    ready = [:]
    settled.sort()
    removed.sort()
    return .changed(settled: settled, removed: removed)
  }
}

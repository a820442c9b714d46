import SeededRandom
import Testing

@testable import SyncDaemon

@Suite("SettlingQueue")
struct SettlingQueueTests {
  typealias Queue = SettlingQueue<ManualClock.Instant>

  static let times: SettlingTimes = {
    var times = SettlingTimes(settle: .milliseconds(100), spacing: .seconds(1))
    times.discovery = .milliseconds(500)
    times.quiet = .seconds(2)
    times.longest = .seconds(5)
    times.floodSize = 4
    return times
  }()

  private func instant(_ milliseconds: Int) -> ManualClock.Instant {
    ManualClock.Instant(offset: .milliseconds(milliseconds))
  }

  /// The events of the queue, with their instants, if it is asked at every instant that it names.
  private func run(
    _ changes: [(Int, FileChange)], until end: Int = 60_000
  ) -> [(Int, WatchEvent)] {
    var queue = Queue(times: Self.times)
    var told: [(Int, WatchEvent)] = []
    var rest = changes[...]
    var now = 0
    while now <= end {
      while let next = rest.first, next.0 <= now {
        queue.note(next.1, at: instant(now))
        rest.removeFirst()
      }
      switch queue.next(at: instant(now)) {
      case .event(let event): told.append((now, event))
      case .wait(until: let due):
        let dueAt = Int(due.offset / .milliseconds(1))
        #expect(dueAt > now, "the queue names an instant that has passed")
        now = min(dueAt, rest.first?.0 ?? .max)
      case .idle:
        guard let next = rest.first else { return told }
        now = next.0
      }
    }
    return told
  }

  @Test("a closed file is told once it has been quiet for the settle time")
  func closed() {
    let told = run([(0, .written("a")), (10, .finished("a"))])

    #expect(told.map(\.0) == [110])
    #expect(told.map(\.1) == [.changed(settled: ["a"], removed: [])])
  }

  @Test("a file that is still open waits until it is quiet, however long it is written to")
  func slowWriter() {
    let writes = (0..<20).map { ($0 * 1000, FileChange.written("a")) }

    let told = run(writes)

    #expect(told.map(\.0) == [21_000])
  }

  @Test("closing a slowly written file ends the wait")
  func slowWriterCloses() {
    let told = run([(0, .written("a")), (1900, .written("a")), (3000, .finished("a"))])

    #expect(told.map(\.0) == [3100])
  }

  @Test("a file that is closed and rewritten without end is told after the longest delay")
  func constantRewriting() {
    let writes = (0..<200).map { ($0 * 50, FileChange.finished("a")) }

    let told = run(writes)

    #expect(told.map(\.0) == [5000, 10_050])
  }

  @Test("an atomic save is one change of the final name")
  func atomicSave() {
    let told = run([(0, .arrived("a.md", from: nil)), (5, .touched("a.md"))])

    #expect(told.map(\.0) == [105])
    #expect(told.map(\.1) == [.changed(settled: ["a.md"], removed: [])])
  }

  @Test("a rename is told whole, in one event")
  func rename() {
    let told = run([(0, .removed("a")), (0, .arrived("b", from: "a"))])

    #expect(told.map(\.1) == [.changed(settled: ["b"], removed: ["a"])])
  }

  @Test("a renamed file that is being written keeps its old name until it has settled")
  func renameThenWrite() {
    let told = run([(0, .arrived("b", from: "a")), (50, .written("b")), (1000, .finished("b"))])

    #expect(told.map(\.0) == [1100])
    #expect(told.map(\.1) == [.changed(settled: ["b"], removed: ["a"])])
  }

  @Test("a chain of renames tells the last name and the first ones gone")
  func renameChain() {
    let told = run([(0, .arrived("b", from: "a")), (20, .arrived("c", from: "b"))])

    #expect(told.map(\.1) == [.changed(settled: ["c"], removed: ["a", "b"])])
  }

  @Test("a file that is removed and made again is a change, not a removal")
  func replaced() {
    let told = run([(0, .removed("a")), (50, .written("a")), (60, .finished("a"))])

    #expect(told.map(\.1) == [.changed(settled: ["a"], removed: [])])
  }

  @Test("a listing does not cut short the wait for an open file")
  func discoveredWhileOpen() {
    let told = run([(0, .written("a")), (10, .discovered("a"))])

    #expect(told.map(\.0) == [2000])
  }

  @Test("single changes are told at once, one after the other")
  func trickle() {
    let told = run((0..<3).map { ($0 * 300, .finished(FilePath("file\($0)"))) })

    #expect(told.map(\.0) == [100, 400, 700])
  }

  @Test("a burst of 50,000 files over twenty seconds is told once a second")
  func burst() {
    let told = run((0..<50_000).map { ($0 * 2 / 5, .finished(FilePath("file\($0)"))) })

    let paths = told.flatMap { event -> [FilePath] in
      guard case .changed(let settled, removed: _) = event.1 else { return [] }
      return settled
    }
    #expect(Set(paths).count == 50_000)
    #expect(paths.count == 50_000)
    #expect((20...26).contains(told.count), "\(told.count) batches")
    #expect(told.last.map { $0.0 <= 20_000 + 100 + 1000 } == true)
  }

  @Test("rescans for several reasons are one, after things have calmed down or five seconds")
  func rescans() {
    var queue = Queue(times: Self.times)
    for step in 0..<100 { queue.note(.overflow, at: instant(step * 50)) }
    queue.note(.mountsChanged, at: instant(4990))

    #expect(queue.next(at: instant(4990)) == .wait(until: instant(5000)))
    #expect(queue.next(at: instant(5000)) == .event(.rescan([.overflow, .mountsChanged])))
    #expect(queue.next(at: instant(5000)) == .idle)
  }

  @Test("an urgent rescan is told at once, and before what has settled")
  func urgentRescan() {
    var queue = Queue(times: Self.times)
    queue.note(.finished("a"), at: instant(0))
    queue.note(.started, isUrgent: true, at: instant(200))

    #expect(queue.next(at: instant(200)) == .event(.rescan([.started])))
    #expect(queue.next(at: instant(200)) == .event(.changed(settled: ["a"], removed: [])))
  }

  @Test("what was below a directory that is gone for now is forgotten")
  func forget() {
    var queue = Queue(times: Self.times)
    queue.note(.removed("/a/x"), at: instant(0))
    queue.note(.removed("/ab/x"), at: instant(0))
    queue.forget(below: "/a")

    #expect(queue.next(at: instant(100)) == .event(.changed(settled: [], removed: ["/ab/x"])))
  }

  @Test(
    "random histories: nothing is lost, told early, told late or told wrongly", arguments: 0..<200)
  func histories(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<12).map { FilePath("f\($0)") }
    var now = 0
    var history: [(Int, FileChange)] = []
    for _ in 0..<Int.random(in: 1...300, using: &generator) {
      now += Int.random(in: 0...400, using: &generator) / Int.random(in: 1...40, using: &generator)
      let name = names[Int.random(in: 0..<names.count, using: &generator)]
      let other = names[Int.random(in: 0..<names.count, using: &generator)]
      let change: FileChange =
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: .written(name)
        case 1, 2: .finished(name)
        case 3: .arrived(name, from: other == name ? nil : other)
        case 4: .discovered(name)
        case 5: .touched(name)
        default: .removed(name)
        }
      history.append((now, change))
    }

    let told = run(history)

    for name in names { check(name, history, told, seed: seed) }
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.0 <= $1.0 })
  }

  /// Compares the reports about one path with the changes to it.
  private func check(
    _ name: FilePath, _ history: [(Int, FileChange)], _ told: [(Int, WatchEvent)], seed: UInt64
  ) {
    var own: [(Int, isGone: Bool)] = []
    for (at, change) in history {
      if case .arrived(_, from: name) = change { own.append((at, true)) }
      if change.path == name {
        if case .removed = change { own.append((at, true)) } else { own.append((at, false)) }
      }
    }
    let tellings = told.compactMap { at, event -> (Int, isGone: Bool)? in
      guard case .changed(let settled, let removed) = event else { return nil }
      #expect(Set(settled).isDisjoint(with: removed), "seed \(seed)")
      if settled.contains(name) { return (at, false) }
      return removed.contains(name) ? (at, true) : nil
    }
    guard let last = own.last else {
      #expect(tellings.isEmpty, "seed \(seed): \(name) was told and nothing happened to it")
      return
    }
    // The last report is true, and comes after the last change.
    #expect(tellings.last?.isGone == last.isGone, "seed \(seed): \(name)")
    #expect(tellings.last.map { $0.0 >= last.0 } == true, "seed \(seed): \(name)")
    for telling in tellings {
      let before = own.last { $0.0 <= telling.0 }
      #expect(before?.isGone == telling.isGone, "seed \(seed): \(name) at \(telling.0)")
      // Quiet for the settle time, or held for the longest delay.
      let quiet = before.map { telling.0 - $0.0 } ?? 0
      let since = tellings.last { $0.0 < telling.0 }?.0 ?? -1
      let first = own.first { $0.0 > since }?.0 ?? 0
      #expect(quiet >= 100 || telling.0 - first >= 5000, "seed \(seed): \(name) at \(telling.0)")
    }
  }
}

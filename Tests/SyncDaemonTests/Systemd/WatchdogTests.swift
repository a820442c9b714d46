import Glibc
import Testing

@testable import SyncDaemon

@Suite("Heartbeat and Watchdog")
struct WatchdogTests {
  private let clock = ManualClock()

  @Test("a part at work has to get on; a part at rest need not")
  func stall() {
    let heartbeat = Heartbeat(clock: clock)
    heartbeat.beat("pipeline", at: "read")
    heartbeat.beat("watch", at: "wait")
    clock.advance(by: .seconds(10))
    heartbeat.rest("watch")

    #expect(heartbeat.stall(over: .seconds(10)) == nil)
    clock.advance(by: .seconds(1))
    #expect(
      heartbeat.stall(over: .seconds(10))
        == .init(part: "pipeline", work: "read", silence: .seconds(11)))
    heartbeat.beat("pipeline", at: "fold")
    #expect(heartbeat.stall(over: .seconds(10)) == nil)
  }

  @Test("of several silent parts the longest silent one is told")
  func longest() {
    let heartbeat = Heartbeat(clock: clock)
    heartbeat.beat("b", at: "x")
    clock.advance(by: .seconds(1))
    heartbeat.beat("a", at: "y")
    clock.advance(by: .seconds(20))

    #expect(heartbeat.stall(over: .seconds(5))?.part == "b")
  }

  @Test(
    "without the environment of a watchdog there is none",
    arguments: [
      [:], ["WATCHDOG_USEC": "0"], ["WATCHDOG_USEC": "x"],
      ["WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "8"],
    ])
  func absent(environment: [String: String]) {
    let watchdog = Watchdog(
      environment: environment, process: 7, notifier: Notifier(environment: [:]),
      heartbeat: Heartbeat(clock: clock), clock: clock)

    #expect(watchdog == nil)
  }

  @Test("a stage that hangs stops the keep-alives, and going on starts them again")
  func run() async throws {
    let heartbeat = Heartbeat(clock: clock)
    let watchdog = try #require(
      Watchdog(
        environment: ["WATCHDOG_USEC": "40000000", "WATCHDOG_PID": "7"], process: 7,
        notifier: Notifier(environment: [:]), heartbeat: heartbeat, clock: clock))
    #expect(watchdog.time == .seconds(40))
    heartbeat.beat("pipeline", at: "render")
    let changes = Recorded<Heartbeat<ManualClock>.Stall?>()

    let task = Task { await watchdog.run { changes.append($0) } }
    for _ in 0..<3 {
      await eventually("the watchdog sleeps") { clock.sleeperCount == 1 }
      clock.advance(by: .seconds(10))
    }
    await eventually("the stall is told") { changes.values.count == 1 }
    #expect(changes.values.first??.work == "render")
    heartbeat.beat("pipeline", at: "render")
    await eventually("the watchdog sleeps") { clock.sleeperCount == 1 }
    clock.advance(by: .seconds(10))
    await eventually("the end of the stall is told") { changes.values.count == 2 }
    task.cancel()
    await task.value

    #expect(changes.values.last == .some(nil))
  }
}

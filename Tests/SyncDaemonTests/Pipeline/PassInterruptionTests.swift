import NewsModel
import Synchronization
import Testing

@testable import SyncDaemon

/// A service that is told to stop gives up its pass where nothing is lost by it; the next start
/// finishes.
@Suite("A pass that is interrupted", .overEachStore)
struct PassInterruptionTests {
  private func site() throws -> PipelineSite {
    let site = try PipelineSite()
    for event in 0..<4 {
      for report in 0..<2 {
        site.write(
          InventedReport(event: event, report: report).file, to: "\(event)-\(report).md")
      }
    }
    return site
  }

  @Test("at any point, and the next pass ends where an undisturbed one ends")
  func everywhere() async throws {
    let undisturbed = try site()
    try await undisturbed.sync()
    let expected = try undisturbed.documents()
    var interrupted = 0
    var asked = 0
    // Interrupts at each point at which the pass asks, one after the other, until it does not ask
    // so often.
    while true {
      let site = try site()
      let counter = Atomic<Int>(0)
      let last = asked
      var pipeline = try await site.opened()
      pipeline.world.isStopping = { counter.wrappingAdd(1, ordering: .relaxed).oldValue >= last }
      do {
        _ = try await pipeline.sync()
        break
      } catch is PassInterrupted {
        interrupted += 1
      }
      site.restart()
      try await site.sync()
      #expect(try site.documents() == expected, "stopped when asked \(asked) times")
      asked += 1
    }
    // It asks at least once for each file, and before it stores the state.
    #expect(interrupted > 8)
  }

  @Test("nothing is published before it is remembered")
  func beforeRemembering() async throws {
    let site = try site()
    var pipeline = try await site.opened()
    let stage = Mutex(PassStage.scan)
    pipeline.world.onProgress = { now in stage.withLock { $0 = now } }
    pipeline.world.isStopping = { stage.withLock { $0 } == .compose }
    await #expect(throws: PassInterrupted.self) { try await pipeline.sync() }

    #expect(try site.documents().isEmpty)
  }
}

import Testing

@testable import SyncDaemon

@Suite("The watch over one pass")
struct PassWatchTests {
  private let clock = ManualClock()

  @Test("says when a stage begins, and only then")
  func begins() {
    let watch = PassWatch(clock: clock)

    #expect(watch.saw(.scan))
    #expect(!watch.saw(.scan))
    #expect(watch.saw(.read))
    #expect(watch.saw(.scan))
  }

  @Test("adds up how long each stage took, also one that it came back to")
  func durations() {
    let watch = PassWatch(clock: clock)
    clock.advance(by: .seconds(100))
    for (stage, seconds) in [(PassStage.scan, 2), (.read, 3), (.scan, 5), (.publish, 7)] {
      _ = watch.saw(stage)
      clock.advance(by: .seconds(seconds))
    }

    #expect(
      watch.end() == [.scan: .seconds(7), .read: .seconds(3), .publish: .seconds(7)],
      "the time before the first stage is nobody's")
  }

  @Test("signs of life within a stage do not restart its time")
  func signsOfLife() {
    let watch = PassWatch(clock: clock)
    for _ in 0..<4 {
      _ = watch.saw(.render)
      clock.advance(by: .milliseconds(250))
    }

    #expect(watch.end() == [.render: .seconds(1)])
  }

  @Test("a pass without a stage took no time")
  func nothing() {
    let watch = PassWatch(clock: clock)
    clock.advance(by: .seconds(1))

    #expect(watch.end().isEmpty)
  }
}

import FoundationEssentials
import Logging
import Synchronization
import Testing

@testable import SyncDaemon

@Suite("leaving")
struct LeavingTests {
  /// Tells whether the contents of a pipeline are still alive, without keeping them alive.
  private struct Held: Sendable {
    weak var target: RecordingTarget?
  }

  @Test(
    "what is remembered is not taken apart before the process ends: that takes as long as there are articles"
  )
  func nothingTakenApart() async throws {
    let directory = try TemporaryDirectory()
    for name in ["articles", "state"] { directory.make(directory: name) }
    let site = Site(root: directory.path)
    let held = Mutex(Held())
    let isReady = Mutex(false)
    let service = SyncService(
      site: site,
      configuration: try SiteConfiguration(
        ConfigurationTexts(settings: "", pins: "", environment: [:]), of: site),
      wiring: SyncService.Wiring(
        onReady: { isReady.withLock { $0 = true } },
        onStatus: { _ in }, environment: [:]),
      heartbeat: Heartbeat(clock: ContinuousClock()),
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) {
      let target = RecordingTarget()
      held.withLock { $0.target = target }
      return Pipeline(
        world: PassWorld(
          site: site, files: POSIXFiles(), now: { Date(timeIntervalSince1970: 1_774_008_000) },
          log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }),
        settings: Settings(),
        store: JSONStateStore(directory: site.stateDirectory, files: POSIXFiles()),
        targets: [target])
    }

    let running = Task { try await service.run() }
    await eventually("the service is ready") { isReady.withLock { $0 } }
    running.cancel()
    try await running.value

    #expect(held.withLock { $0.target } != nil)
  }
}

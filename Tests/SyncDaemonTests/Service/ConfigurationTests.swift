import FoundationEssentials
import Logging
import Synchronization
import Testing

@testable import SyncDaemon

@Suite("Settings and pins in a running service")
struct ConfigurationTests {
  /// A service of a site with two reports of one event.
  private struct Running: Sendable {
    let directory: TemporaryDirectory
    let site: Site
    let service: SyncService
    let lines: Recorded<String>

    func ask(_ command: ControlRequest.Command) async throws -> ControlResponse {
      try await ControlClient(
        path: ControlSocketPath(stateDirectory: site.stateDirectory, environment: [:])
      ).send(ControlRequest(command))
    }

    var stories: Int { service.board.status.stories }
  }

  private func running(_ body: (Running) async throws -> Void) async throws {
    let directory = try TemporaryDirectory()
    for name in ["articles", "state"] { directory.make(directory: name) }
    for number in 0..<2 {
      directory.write(
        InventedReport(event: 0, report: number).file, to: "articles/bridge\(number).md")
    }
    directory.write("title: First\n", to: "newsfold.yaml")
    let site = Site(root: directory.path)
    let lines = Recorded<String>()
    let log = Logger(label: "test") { _ in
      JournalLogHandler(form: .journal) { lines.append($0) }
    }
    let configuration = try SiteConfiguration.read(site, environment: [:], files: POSIXFiles())
    let service = SyncService(
      site: site, configuration: configuration,
      wiring: SyncService.Wiring(onReady: {}, onStatus: { _ in }, environment: [:]),
      heartbeat: Heartbeat(clock: ContinuousClock()), log: log
    ) {
      Pipeline(
        world: PassWorld(
          site: site, files: POSIXFiles(), now: { Date(timeIntervalSince1970: 1_774_008_000) },
          log: log),
        settings: configuration.settings, pins: configuration.pins,
        store: JSONStateStore(directory: site.stateDirectory, files: POSIXFiles()),
        targets: [RecordingTarget()])
    }
    let task = Task { try await service.run() }
    let running = Running(directory: directory, site: site, service: service, lines: lines)
    await eventually("the first pass") { running.service.board.isReady }
    do {
      try await body(running)
    } catch {
      task.cancel()
      throw error
    }
    task.cancel()
    try await task.value
  }

  @Test("pins.yaml takes effect by itself when it is written, changed and removed")
  func pinsAreWatched() async throws {
    try await running { running in
      #expect(running.stories == 1)

      running.directory.write("apart: [[bridge0.md, bridge1.md]]\n", to: "pins.yaml")
      await eventually("two stories") { running.stories == 2 }
      running.directory.write("# none\n", to: "pins.part")
      running.directory.rename("pins.part", to: "pins.yaml")
      await eventually("one story again") { running.stories == 1 }
      running.directory.write("apart: [[bridge0.md, bridge1.md]]\n", to: "pins.yaml")
      await eventually("two stories again") { running.stories == 2 }
      running.directory.remove(file: "pins.yaml")
      await eventually("one story without the file") { running.stories == 1 }
    }
  }

  @Test(
    "wrong pins leave the old ones in force, and status, log and readiness say so until they are mended"
  )
  func wrongPins() async throws {
    try await running { running in
      running.directory.write("apart: [[bridge0.md, bridge1.md]]\n", to: "pins.yaml")
      await eventually("two stories") { running.stories == 2 }

      running.directory.write("apart: [[bridge0.md\n", to: "pins.yaml")
      await eventually("the refusal") { !running.service.board.refused.isEmpty }

      let status = running.service.board.status
      #expect(
        status.refusedSettings == [
          "pins are not read: \(running.site.pinsPath):1: a list that begins with [ is not closed with ]. "
            + "Mend the YAML there."
        ])
      #expect(status.stories == 2)
      #expect(running.lines.values.contains { $0.contains("pins are wrong, the old ones stay") })
      // A file that stays wrong does not stop a look; its report says so.
      let report = try await running.service.resync(SyncRequest())
      #expect(report.stories == 2)
      #expect(report.notes.first?.contains("pins.yaml:1") == true)

      running.directory.write("", to: "pins.yaml")
      await eventually("the end of the refusal") { running.service.board.refused.isEmpty }
      await eventually("one story") { running.stories == 1 }
    }
  }

  @Test("resync and reload take up newsfold.yaml; a wrong one leaves the old one in force")
  func settings() async throws {
    try await running { running in
      func title() async throws -> String {
        let texts = try AnswerCoding.value(
          ConfigurationTexts.self, of: try await running.ask(.configuration))
        return try SiteConfiguration(texts, of: running.site).settings.title
      }
      running.directory.write("title: Second\n", to: "newsfold.yaml")
      #expect(try await title() == "First")
      _ = try await running.ask(.resync)
      #expect(try await title() == "Second")

      running.directory.write("title: Third\nttl: 0\n", to: "newsfold.yaml")
      guard case .failure(let failure) = try await running.ask(.reload) else {
        Issue.record("wrong settings are no failure")
        return
      }
      #expect(failure.exitStatus == 78)
      #expect(failure.message.contains("newsfold.yaml:2"))
      #expect(try await title() == "Second")
      guard case .result = try await running.ask(.resync) else {
        Issue.record("wrong settings keep resync from looking")
        return
      }
      #expect(running.service.board.status.refusedSettings.count == 1)

      running.directory.write("title: Third\n", to: "newsfold.yaml")
      guard case .result = try await running.ask(.reload) else {
        Issue.record("right settings are refused")
        return
      }
      #expect(try await title() == "Third")
      #expect(running.service.board.status.refusedSettings.isEmpty)
    }
  }

  @Test("pins alone leave the settings as they are")
  func pinsAlone() async throws {
    try await running { running in
      running.directory.write("ttl: 0\n", to: "newsfold.yaml")
      running.directory.write("apart: [[bridge0.md, bridge1.md]]\n", to: "pins.yaml")

      let report = try AnswerCoding.value(SyncReport.self, of: try await running.ask(.pins))

      #expect(report.stories == 2)
    }
  }
}

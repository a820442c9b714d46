import ArgumentParser
import Compression
import FeedServer
import FoundationEssentials
import Logging
import Metrics
import ServiceLifecycle
import SyncDaemon

/// `newsfold run`
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "The service: sync, then watch, serve, answer.")

  @OptionGroup var options: SiteOptions

  @Option(help: "Where to listen instead of the setting `listen`: ADDRESS:PORT.")
  var listen: String?

  func validate() throws {
    guard let listen else { return }
    do {
      _ = try ListenAddress(listen)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() async throws {
    try await Failure.reported {
      ProcessMemory.limit()
      let opened = try options.open()
      let environment = ProcessInfo.processInfo.environment
      LoggingSystem.bootstrap { _ in JournalLogHandler(environment: environment) }
      let log = Logger(label: "newsfold")
      let metrics = PrometheusMetrics(help: ServiceMetrics.help)
      MetricsSystem.bootstrap(metrics)
      Gauge(label: "newsfold_build_info", dimensions: [("version", Newsfold.version)]).record(1)
      let lock = try opened.site.hold(for: .service)
      let service = try ServiceAssembly(
        opened: opened, listen: listen, environment: environment, metrics: metrics)
      try await service.run()
      log.notice("stopped")
      withExtendedLifetime(lock) {}
    }
  }
}

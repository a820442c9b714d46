import ArgumentParser
import FoundationEssentials
import SyncDaemon

/// `newsfold sync`
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "One pass: read what changed, fold, publish, exit.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("dry-run"), help: "Say what would change; store and publish nothing.")
  var isDryRun = false

  @Flag(name: .customLong("json"), help: "Print what was done as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let opened = try options.open()
      let lock = isDryRun ? nil : try opened.site.hold(for: .pass)
      let report = try await OnePass.run(opened, SyncRequest(), isDryRun: isDryRun)
      withExtendedLifetime(lock) {}
      try OnePass.print(report, isJSON: isJSON, isDryRun: isDryRun)
    }
  }
}

import ArgumentParser
import SyncDaemon

/// `newsfold reload`
struct ReloadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Let the running service take up settings and pins, and look at everything.",
    discussion: "Wrong ones leave the old ones in force, and the exit status is 78.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print what was done as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let site = try options.locate()
      // Checked here as well, because a busy service may take long to answer.
      if let fault = OpenedSite.faults(of: site).first { throw fault }
      let line = ProgressLine()
      let report = try await RunningService(site).takeUp(.reload) { line.show($0) }
      line.end()
      guard let report else {
        throw Failure(
          .readingOrWriting,
          "nothing to reload: no service runs for \(site.root). "
            + "Start it with `newsfold run`; `newsfold sync` reads the settings each time.")
      }
      try OnePass.print(report, isJSON: isJSON)
    }
  }
}

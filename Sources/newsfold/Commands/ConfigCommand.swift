import ArgumentParser
import SyncDaemon

/// `newsfold config`
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Which settings and pins are in force, and why.",
    discussion: """
      With a running service, what that goes by; else what the next `newsfold sync` or `run` would go by.
      """)

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let site = try options.locate()
      let texts = await RunningService(site).configuration()
      let configuration =
        try texts.map { try SiteConfiguration($0, of: site) }
        ?? OpenedSite.asWritten(site).configuration
      let listing = ConfigurationListing(
        configuration, of: site, isRunning: texts != nil,
        refused: OpenedSite.faults(of: site).map(\.description))
      if isJSON {
        try Output.json(listing)
      } else {
        for line in listing.lines { Output.say(line) }
      }
    }
  }
}

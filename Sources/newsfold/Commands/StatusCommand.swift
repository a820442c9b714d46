import ArgumentParser
import SyncDaemon

/// `newsfold status`
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What it is doing, what it has, what it set aside and why.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let opened = try options.open()
      let service = RunningService(opened.site)
      let status: SiteStatus
      if let answered = try await service.status() {
        status = answered
      } else {
        let holder = service.holder
        var remembered = try SiteView.open(opened, .none).status()
        if let holder { remembered.isHeld(by: holder) }
        status = remembered
      }
      if isJSON {
        try Output.json(status)
      } else {
        for line in StatusText.lines(status) { Output.say(line) }
      }
    }
  }
}

import ArgumentParser
import SyncDaemon

/// `newsfold read`
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what is read of files, without a site; store and publish nothing.")

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  @Argument(help: "Files, or directories to walk.", completion: .file())
  var paths: [String]

  func run() async throws {
    try await Failure.reported {
      let listings = FilesToRead(paths).listings()
      if isJSON {
        try Output.json(listings)
      } else {
        for line in listings.flatMap(ReadText.lines) { Output.say(line) }
      }
      if listings.contains(where: { $0.setAside != nil }) {
        throw ExitCode(Failure.Status.someSetAside.rawValue)
      }
    }
  }
}

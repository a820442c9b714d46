import ArgumentParser
import SyncDaemon

/// `newsfold unpin`
struct UnpinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Take back every pin that names one of these articles.",
    discussion: "What was taken back is printed. Comments in pins.yaml stay.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print what was taken back as JSON.")
  var isJSON = false

  @Argument(
    help: "Articles, as for `newsfold pin`, or as pins.yaml names them.", completion: .file())
  var articles: [String]

  func run() async throws { try await Pinning.make(.unpin(articles), options, isJSON: isJSON) }
}

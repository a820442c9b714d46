import ArgumentParser
import Stories
import SyncDaemon

/// `newsfold explain`
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why two articles are, or are not, one story.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  @Argument(help: "An article: a path, an article id or a permalink.", completion: .file())
  var first: String

  @Argument(help: "Another article.", completion: .file())
  var second: String

  func run() async throws {
    try await Failure.reported {
      let view = try SiteView.open(try await options.inForce(), .named([first, second]))
      let pair = try [first, second].map { name in
        guard let article = view.article(named: name) else {
          throw Failure(
            .usage,
            "no such article: \"\(name)\". Give a path below the articles directory, "
              + "an article id or a permalink; `newsfold stories` lists them.")
        }
        return article
      }
      guard let explanation = await view.explanation(of: pair[0], and: pair[1]) else {
        throw Failure(
          .readingOrWriting,
          "the texts cannot be compared: that of one was dropped "
            + "(prune_after in newsfold.yaml).")
      }
      if isJSON {
        try Output.json(explanation)
      } else {
        for line in ExplanationText.lines(explanation, name: view.name) { Output.say(line) }
      }
    }
  }
}

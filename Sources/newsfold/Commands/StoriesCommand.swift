import ArgumentParser
import FoundationEssentials
import NewsModel
import SyncDaemon

/// `newsfold stories`
struct StoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories", abstract: "List the stories, the newest first.")

  @OptionGroup var options: SiteOptions

  @Option(help: "Only those updated since: 2026-11-21, 2026-11-21T09:05:00Z, or 3d, 12h ago.")
  var since: String?

  @Flag(name: .customLong("json"), help: "Print them as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let since = try since.map(Self.instant)
      let opened = try await options.inForce()
      let stories = try SiteView.open(opened, .whole).stories(since: since)
      if isJSON {
        try Output.json(stories)
        return
      }
      for story in stories {
        Output.say("\(Timestamp.rfc3339(story.updated))  \(story.title)")
        Output.say("  \(story.id)  \(story.url)")
        for article in story.articles {
          Output.say(
            "  - \(article.source.isEmpty ? "?" : article.source): \(article.title) [\(article.path)]"
          )
        }
      }
    }
  }

  private static func instant(_ text: String) throws -> Date {
    if let date = Timestamp.rfc3339(text) ?? Timestamp.rfc3339(text + "T00:00:00Z") { return date }
    if let ago = SettingsReader.duration(text) {
      return Date().addingTimeInterval(-Double(ago.components.seconds))
    }
    throw Failure(
      .usage,
      "--since is not understood: \"\(text)\". Give 2026-11-21, a full RFC 3339 date, or 3d.")
  }
}

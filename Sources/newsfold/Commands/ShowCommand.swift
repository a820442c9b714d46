import ArgumentParser
import NewsModel
import SyncDaemon

/// `newsfold show`
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One story whole, with the history of its decisions.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  @Argument(help: "An entry id, a retired id, a slug, or one of the story's articles.")
  var story: String

  func run() async throws {
    try await Failure.reported {
      let view = try SiteView.open(try options.open(), .named([story]))
      guard let found = view.story(named: story) else {
        throw Failure(
          .usage,
          "no such story: \"\(story)\". `newsfold stories` lists ids, slugs and articles.")
      }
      let whole = view.whole(found)
      if isJSON {
        try Output.json(whole)
        return
      }
      Output.say(whole.title)
      Output.say("id         \(whole.id)")
      Output.say("page       \(whole.url)")
      Output.say("published  \(Timestamp.rfc3339(whole.published))")
      Output.say("updated    \(Timestamp.rfc3339(whole.updated))")
      if let canonical = whole.canonical {
        Output.say("leads      \(canonical.article): \(canonical.reason)")
      }
      Output.say("articles")
      for article in whole.articles {
        Output.say(
          "  \(Timestamp.rfc3339(article.published))  \(article.source): \(article.title) "
            + "[\(article.path)] \(article.relation?.rawValue ?? "")")
      }
      Output.say("decisions")
      for decision in whole.decisions ?? [] { Output.say("  " + Self.line(decision)) }
    }
  }

  private static func line(_ decision: Decision) -> String {
    var text = "\(Timestamp.rfc3339(decision.date))  \(decision.kind.rawValue)"
    if let article = decision.article { text += " \(article)" }
    if let other = decision.other { text += " (\(other))" }
    if let closest = decision.closest {
      let score = decision.evidence.reduce(0) { $0 + $1.contribution }
      let terms = decision.evidence.map { "\($0.name) \(Self.rounded($0.contribution))" }
      text += ", closest to \(closest): \(rounded(score)) = \(terms.joined(separator: ", "))"
    }
    return text
  }

  private static func rounded(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}

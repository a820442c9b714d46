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
        Output.say("leads      \(Self.name(of: canonical.article, in: whole)): \(canonical.reason)")
      }
      Output.say("articles")
      for article in whole.articles {
        Output.say(
          "  \(Timestamp.rfc3339(article.published))  \(Self.outlet(article)): \(article.title) "
            + "[\(article.path)]" + (article.relation.map { ", \(Self.words($0))" } ?? ""))
        Output.say("    id \(article.id)")
      }
      Output.say("decisions")
      for decision in whole.decisions ?? [] {
        for line in Self.lines(decision, in: whole) { Output.say("  " + line) }
      }
    }
  }

  private static func lines(_ decision: Decision, in story: StoryListing) -> [String] {
    let article = decision.article.map { name(of: $0, in: story) } ?? "an article"
    let other = decision.other.map { "\($0)" } ?? "another story"
    let words =
      switch decision.kind {
      case .created: "the story began with \(article)"
      case .joined: "\(article) joined"
      case .left: "\(article) left, corrected or withdrawn"
      case .revised: "\(article) changed"
      case .merged: "\(other) was folded in"
      case .split: "it was parted from \(other), with \(article)"
      case .withdrawn: "\(article), the last one, was withdrawn"
      case .returned: "\(article) came back, and the story with it"
      }
    var lines = ["\(Timestamp.rfc3339(decision.date))  \(words)"]
    guard let closest = decision.closest else { return lines }
    let score = decision.evidence.reduce(0) { $0 + $1.contribution }
    lines.append(
      "  closest to \(name(of: closest, in: story)), with a score of \(EvidenceWords.hundredths(score)):"
    )
    for term in decision.evidence where abs(term.contribution) >= 0.0005 {
      lines.append(
        "    \(EvidenceWords.signed(term.contribution))  \(EvidenceWords.line(term.name, value: nil))"
      )
    }
    if let shared = decision.shared {
      let sayings = shared.names + shared.figures + shared.quotes.map { "“\($0)”" }
      lines.append("  in both: \(sayings.joined(separator: ", "))")
    }
    return lines
  }

  /// An article as a person knows it: its outlet and where it lies, else its id.
  private static func name(of article: ArticleID, in story: StoryListing) -> String {
    guard let member = story.articles.first(where: { $0.id == article }) else {
      return "\(article)"
    }
    return "\(outlet(member)) [\(member.path)]"
  }

  private static func outlet(_ member: StoryListing.Member) -> String {
    member.source.isEmpty ? "(no outlet)" : member.source
  }

  private static func words(_ relation: Relation) -> String {
    switch relation {
    case .canonical: "leads"
    case .repost: "a repost of what another one says"
    case .rewrite: "tells the same report in other words"
    case .independent: "independent"
    }
  }
}

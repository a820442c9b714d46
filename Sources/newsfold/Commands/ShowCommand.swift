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
      let view = try SiteView.open(try await options.inForce(), .named([story]))
      guard let found = view.story(named: story) else {
        if let withdrawn = view.withdrawn(named: story) { return try show(withdrawn, view) }
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
        Output.say(
          "leads      \(Self.name(of: canonical.article, in: whole, view)): \(canonical.reason)")
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
        for line in Self.lines(decision, name: { Self.name(of: $0, in: whole, view) }) {
          Output.say("  " + line)
        }
      }
    }
  }

  /// Prints the end of a story that was withdrawn.
  private func show(_ story: RetiredStory, _ view: SiteView) throws {
    if isJSON {
      try Output.json(WithdrawnStory(story, asked: self.story))
      return
    }
    Output.say(story.title)
    Output.say("id         \(story.id)")
    if self.story != "\(story.id)", self.story != story.slug {
      Output.say("asked      \(self.story), which was folded into it")
    }
    Output.say("published  \(Timestamp.rfc3339(story.published))")
    Output.say(
      "withdrawn  \(Timestamp.rfc3339(story.when)): the last of its articles was withdrawn, and its "
        + "page answers 410. It returns under the same id when an article of it comes back.")
    Output.say("decisions")
    for decision in story.decisions {
      for line in Self.lines(decision, name: view.name) { Output.say("  " + line) }
    }
  }

  private static func lines(
    _ decision: Decision, name: (ArticleID) -> String
  ) -> [String] {
    let article = decision.article.map(name) ?? "an article"
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
      "  closest to \(name(closest)), with a score of \(EvidenceWords.hundredths(score)):"
    )
    for term in decision.evidence where abs(term.contribution) >= 0.0005 {
      lines.append(
        "    \(EvidenceWords.signed(term.contribution))  \(EvidenceWords.words(of: term.name, value: nil))"
      )
    }
    if let shared = decision.shared {
      let sayings = shared.names + shared.figures + shared.quotes.map { "“\($0)”" }
      lines.append("  in both: \(sayings.joined(separator: ", "))")
    }
    return lines
  }

  /// Names an article for a person: its outlet and its file.
  private static func name(
    of article: ArticleID, in story: StoryListing, _ view: SiteView
  ) -> String {
    guard let member = story.articles.first(where: { $0.id == article }) else {
      return view.name(of: article)
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

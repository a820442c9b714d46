import ArgumentParser
import SyncDaemon

/// `newsfold pin`
struct PinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Have the last word on a story; pins.yaml keeps it.",
    usage: """
      newsfold pin together ARTICLE ARTICLE…
      newsfold pin apart ARTICLE ARTICLE…
      newsfold pin lead ARTICLE
      newsfold pin title ARTICLE TITLE
      """,
    discussion: """
      together: these are one story, and so are theirs. apart: no two of these are one story. lead: this one leads the story \
      that it is in. title: the story that this one is in has this title.

      Comments and order of pins.yaml stay. A running service takes it up at once; `newsfold unpin` takes it back.
      """)

  /// The first argument: what the pin decides about its articles.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case together, apart, lead, title
  }

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print what is pinned now as JSON.")
  var isJSON = false

  @Argument(help: "What is said: together, apart, lead or title.")
  var kind: Kind

  @Argument(
    help: "Articles: paths, article ids or permalinks; of title, an article and the title.",
    completion: .file())
  var articles: [String]

  func validate() throws { _ = try change() }

  func run() async throws { try await Pinning.make(change(), options, isJSON: isJSON) }

  private func change() throws -> PinChange {
    switch kind {
    case .together, .apart:
      guard articles.count >= 2 else {
        throw ValidationError("Name two articles or more: newsfold pin \(kind.rawValue) A B.")
      }
      return kind == .together ? .together(articles) : .apart(articles)
    case .lead:
      guard articles.count == 1 else {
        throw ValidationError("Name one article: newsfold pin lead A.")
      }
      return .lead(articles[0])
    case .title:
      guard articles.count == 2, !articles[1].allSatisfy(\.isWhitespace) else {
        throw ValidationError("Name one article and its title: newsfold pin title A \"A title\".")
      }
      return .title(articles[1], of: articles[0])
    }
  }
}

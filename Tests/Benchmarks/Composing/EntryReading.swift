import FoundationEssentials
import NewsModel
import Stories

/// Prints the entries of a labelled collection, to be read by a person.
///
///     CompositionBenchmark read figures|additions|relations|leads [--fold] [--take COUNT] FILE.jsonl …
///
/// The files are read as one stream. Stories are those that the labels say, or with `--fold` those
/// that merging makes of the stream; `--take` chooses so many items evenly from all that there are,
/// so that the same call shows the same ones.
struct EntryReading {
  private var kind = ""
  private var isFolding = false
  private var limit = Int.max
  private var paths: [String] = []

  init(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    kind = rest.popFirst() ?? ""
    while let next = rest.popFirst() {
      switch next {
      case "--fold": isFolding = true
      case "--take": limit = rest.popFirst().flatMap { Int($0) } ?? limit
      default: paths.append(next)
      }
    }
  }

  func run() throws {
    var stories: [[LabelledArticle]] = []
    let articles = try paths.flatMap { try LabelledArticle.read($0) }
    if isFolding {
      let byID = Dictionary(
        articles.map { ($0.article.id, $0) }, uniquingKeysWith: { one, _ in one })
      var index = StoryIndex()
      index.insert(contentsOf: articles.map(\.article))
      _ = index.regroup()
      stories = index.groups.map { $0.compactMap { byID[$0] } }
    } else {
      stories = Dictionary(grouping: articles, by: \.story).sorted { $0.key < $1.key }.map(\.value)
    }
    stories = stories.filter { $0.count > 1 }
    let items = stories.enumerated().flatMap { self.items(of: $1, name: "s\($0)") }
    print("\(stories.count) stories, \(articles.count) articles, \(items.count) \(kind)")
    let step = max(1, Double(items.count) / Double(max(1, min(limit, items.count))))
    var next = 0.0
    for (number, item) in items.enumerated() where Double(number) >= next {
      print(item)
      next += step
    }
  }

  private func items(of labelled: [LabelledArticle], name: String) -> [String] {
    let articles = labelled.map(\.article)
    let story = Story(
      id: EntryID("tag:benchmark.example,2026:story/1"), slug: "benchmark",
      founding: articles[0].id, articles: articles.map(\.id), minted: 1,
      published: articles[0].published, updated: articles[0].published)
    let entry = EntryComposer().compose(story, articles: articles)
    let heading = "\(name) [\(articles.count)] \(entry.title)"
    switch kind {
    case "figures":
      return entry.disagreements.map { disagreement in
        disagreement.figures.reduce(into: "\n\(heading)\n  \(disagreement.subject):") {
          $0 += "\n  \($1.value) «\($1.text)» \($1.outlet): \($1.sentence)"
        }
      }
    case "additions":
      return entry.coverage.flatMap { coverage in
        coverage.additions.map { "\n\(heading)\n  + \(coverage.outlet): \($0)" }
      }
    case "relations":
      let tiers = Dictionary(
        labelled.map { ($0.article.id, $0.tier) }, uniquingKeysWith: { one, _ in one })
      return entry.coverage.map {
        "\(name) \($0.relation) \(tiers[$0.article] ?? "") \($0.article)"
      }
    case "leads":
      let others = entry.coverage.dropFirst().prefix(12).map { "\n    \($0.relation) \($0.title)" }
      let reason = entry.canonicalReason.steps.map { "\($0.clause) \($0.others)" }
      return ["\n\(heading)\n  \(reason.joined(separator: ", "))" + others.joined()]
    default:
      return []
    }
  }
}

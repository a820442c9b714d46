import FoundationEssentials
import NewsModel
import Stories

/// Measures how well rewrites are told from independent reports, in pairs of labelled articles.
///
///     CompositionBenchmark rewrites [--show COUNT] FILE.jsonl …
///
/// Each pair is a story of two, the one that may be the original published first. Positive pairs
/// are a machine's rewrite and the one natural article of its story (`tier`); negative ones are
/// natural articles of one story, of a large story the first so many. Natural pairs that share most
/// of their text are reposts and no errors; of those called rewrites `--show` prints some evenly,
/// to be read: newsrooms rewrite too, and two that print one agency's report are not independent.
struct RewriteReading {
  private var shown = 0
  private var paths: [String] = []
  /// The most natural pairs of one story.
  private static let mostPairs = 30

  init(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let next = rest.popFirst() {
      if next == "--show" {
        shown = rest.popFirst().flatMap { Int($0) } ?? 0
      } else {
        paths.append(next)
      }
    }
  }

  private struct Counts {
    var pairs = 0
    var rewrites = 0
    var reposts = 0
  }

  func run() throws {
    var (found, expected, wrong, natural) = (0, 0, 0, 0)
    var named: [(LabelledArticle, LabelledArticle)] = []
    print("file  kind  pairs  called rewrites  called reposts")
    for path in paths {
      var table: [String: Counts] = [:]
      let stories = Dictionary(grouping: try LabelledArticle.read(path), by: \.story)
      for (_, articles) in stories.sorted(by: { $0.key < $1.key }) {
        for (kind, original, other) in Self.pairs(of: articles) {
          table[kind, default: Counts()].pairs += 1
          switch Self.relation(of: other.article, to: original.article) {
          case .rewrite:
            table[kind, default: Counts()].rewrites += 1
            if kind == "natural" { named.append((original, other)) }
          case .repost: table[kind, default: Counts()].reposts += 1
          default: break
          }
        }
      }
      let name = path.split(separator: "/").last ?? ""
      for (kind, counts) in table.sorted(by: { $0.key < $1.key }) {
        print("\(name)  \(kind)  \(counts.pairs)  \(counts.rewrites)  \(counts.reposts)")
        if kind == "natural" {
          (wrong, natural) = (wrong + counts.rewrites, natural + counts.pairs - counts.reposts)
        } else {
          found += counts.rewrites + counts.reposts
          expected += counts.pairs
        }
      }
    }
    print("machine rewrites named: \(found) of \(expected)")
    print("natural pairs called rewrites: \(wrong) of \(natural)")
    show(named)
  }

  private static func pairs(
    of articles: [LabelledArticle]
  ) -> [(kind: String, original: LabelledArticle, other: LabelledArticle)] {
    let naturals = articles.filter { $0.tier.isEmpty || $0.tier == "natural" }
    if naturals.count == 1 {
      return articles.filter { $0.tier.hasPrefix("rewrite") }.map { ($0.tier, naturals[0], $0) }
    }
    let all = naturals.indices.flatMap { one in
      naturals.indices.filter { $0 != one }.map { ("natural", naturals[one], naturals[$0]) }
    }
    let step = max(1, all.count / mostPairs)
    return stride(from: 0, to: all.count, by: step).prefix(mostPairs).map { all[$0] }
  }

  private static func relation(of other: Article, to original: Article) -> Relation? {
    guard other.id != original.id else { return nil }
    var (first, second) = (original, other)
    first.published = Date(timeIntervalSince1970: 1_780_000_000)
    second.published = Date(timeIntervalSince1970: 1_780_003_600)
    first.dateOrigin = .stated
    second.dateOrigin = .stated
    let story = Story(
      id: EntryID("tag:benchmark.example,2026:story/1"), slug: "benchmark", founding: first.id,
      articles: [first.id, second.id], minted: 1, published: first.published,
      updated: first.published)
    let pins = EntryPins(leadingArticle: first.id)
    return EntryComposer().compose(story, articles: [first, second], pins: pins)
      .coverage.first { $0.article == second.id }?.relation
  }

  private func show(_ named: [(LabelledArticle, LabelledArticle)]) {
    guard shown > 0 else { return }
    let step = max(1, Double(named.count) / Double(shown))
    var next = 0.0
    for (number, (original, other)) in named.enumerated() where Double(number) >= next {
      next += step
      for (name, article) in [("original", original.article), ("rewrite", other.article)] {
        let text = article.paragraphs.joined(separator: " / ").prefix(900)
        print("\n\(name) \(article.id) \(article.outlet) | \(article.title) | \(text)")
      }
    }
  }
}

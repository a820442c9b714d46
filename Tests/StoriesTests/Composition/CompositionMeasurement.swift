import Foundation
import NewsModel
import Testing

@testable import Stories

/// Where the labelled news lies; nil where there is none.
private let evaluationDirectory = ProcessInfo.processInfo.environment["NEWSFOLD_EVALUATION"]

/// Measures what the thresholds of the composition are set by, on the labelled news that is not in
/// the repository.
///
///     NEWSFOLD_EVALUATION=/path/to/evaluation swift test --filter CompositionMeasurement
///
/// Without that variable there is nothing to measure and the suite is skipped. It prints figures
/// and no texts.
@Suite("CompositionMeasurement", .enabled(if: evaluationDirectory != nil))
struct CompositionMeasurement {
  struct Line: Decodable {
    var id: String
    var lang: String
    var title: String
    var text: String
    var story: String
    var tier: String
  }

  func stories() throws -> [(tier: [String], articles: [ReadArticle])] {
    let text = try String(
      contentsOfFile: (evaluationDirectory ?? "") + "/mix-dev.jsonl", encoding: .utf8)
    var stories: [String: (tier: [String], articles: [ReadArticle])] = [:]
    for line in text.split(separator: "\n") {
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      let article = Article(
        id: ArticleID(line.id), outlet: "", title: line.title,
        paragraphs: line.text.split(separator: "\n").map(String.init), language: line.lang,
        published: Date(timeIntervalSince1970: 0))
      stories[line.story, default: ([], [])].tier.append(line.tier)
      stories[line.story, default: ([], [])].articles.append(ReadArticle(article))
    }
    return stories.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test("containment of reposts, rewrites and independent reports")
  func containment() throws {
    var best: [String: [Double]] = [:]
    var rewrites: [String: Int] = [:]
    for (tiers, articles) in try stories() {
      let naturals = tiers.indices.filter { tiers[$0] == "natural" }
      for index in articles.indices {
        var containments: [Double] = []
        var isRewrite = false
        for canonical in naturals where canonical != index {
          containments.append(
            WordShingles.containment(
              of: articles[index].shingles, in: articles[canonical].shingles))
          let retelling = Retelling(of: articles[index], from: articles[canonical])
          isRewrite = isRewrite || retelling.isRewrite
        }
        guard let most = containments.max() else { continue }
        best[tiers[index], default: []].append(most)
        if isRewrite { rewrites[tiers[index], default: 0] += 1 }
      }
    }
    for (tier, count) in rewrites.sorted(by: { $0.key < $1.key }) {
      print("rewrites", tier, count, "of", best[tier]?.count ?? 0)
    }
    for (name, table) in [("containment", best)] {
      for (tier, values) in table.sorted(by: { $0.key < $1.key }) {
        let sorted = values.sorted()
        let quantiles = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map {
          String(format: "%.2f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))])
        }
        print(name, tier, values.count, "1 5 10 25 50 75 90 95 99 %:", quantiles)
      }
    }
  }

  @Test("shingles of several sizes")
  func shingleSizes() throws {
    for size in [2, 3, 4, 5, 8] {
      var reposts: [Double] = []
      var others: [Double] = []
      for (tiers, articles) in try stories() {
        let naturals = tiers.indices.filter { tiers[$0] == "natural" }
        let shingles = articles.map { article in
          WordShingles.of([article.body.flatMap { Array(article.words($0)) }], size: size)
        }
        for index in articles.indices {
          let best = naturals.filter { $0 != index }.map {
            WordShingles.containment(of: shingles[index], in: shingles[$0])
          }.max()
          guard let best else { continue }
          if tiers[index].hasPrefix("repost") { reposts.append(best) } else { others.append(best) }
        }
      }
      print("shingles of", size, "reposts", quantiles(reposts), "others", quantiles(others))
    }
  }

  @Test("titles of natural articles by their length and fault")
  func titles() throws {
    var lengths: [Double] = []
    var faults: [String: Int] = [:]
    for (tiers, articles) in try stories() {
      for index in articles.indices where tiers[index] == "natural" {
        let title = articles[index].article.title
        lengths.append(Double(title.count))
        faults[TitleFault.of(title)?.rawValue ?? "states", default: 0] += 1
      }
    }
    print("title length", quantiles(lengths), faults.sorted { $0.key < $1.key })
  }

  @Test("disagreements of natural stories, and the time of composing")
  func disagreements() throws {
    let isPrinting = ProcessInfo.processInfo.environment["NEWSFOLD_PRINT"] != nil
    var counts: [String: Int] = [:]
    var (articleCount, storyCount) = (0, 0)
    let clock = ContinuousClock()
    var time = Duration.zero
    for (tiers, articles) in try stories() {
      let naturals = articles.indices.filter { tiers[$0] == "natural" }.map { articles[$0].article }
      guard naturals.count > 1 else { continue }
      let start = clock.now
      let entry = Sample.compose(naturals).entry
      time += clock.now - start
      storyCount += 1
      articleCount += naturals.count
      for disagreement in entry.disagreements {
        counts[disagreement.subject, default: 0] += 1
        guard isPrinting else { continue }
        print("FIGURES", disagreement.subject, "|", entry.title)
        for figure in disagreement.figures {
          print("  =", figure.value, "|", figure.text, "|", figure.sentence)
        }
      }
      guard isPrinting else { continue }
      for source in entry.coverage.prefix(4) {
        for addition in source.additions { print("ADDS", source.relation, addition) }
      }
    }
    print(storyCount, "stories", articleCount, "articles composed in", time)
    print(counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key })
  }

  private func quantiles(_ values: [Double]) -> [String] {
    let sorted = values.sorted()
    return [0.01, 0.05, 0.5, 0.95, 0.99].map {
      String(format: "%.2f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))])
    }
  }
}

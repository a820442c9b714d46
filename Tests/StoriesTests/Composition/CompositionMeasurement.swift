import Foundation
import NewsModel
import Testing

@testable import Stories

/// Where the labelled news lies; nil where there is none.
private let evaluationDirectory = ProcessInfo.processInfo.environment["NEWSFOLD_EVALUATION"]

/// Measures what the thresholds of the composition are set by, on the labelled news that is not in the repository:
///
///     NEWSFOLD_EVALUATION=/path/to/evaluation swift test --filter CompositionMeasurement
///
/// Without that variable there is nothing to measure and the suite is skipped. It prints figures and no texts.
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
    var unsaid: [String: [Double]] = [:]
    for (tiers, articles) in try stories() {
      let weights = WordWeights(articles)
      let naturals = tiers.indices.filter { tiers[$0] == "natural" }
      for canonical in naturals {
        var said = SaidSentences(weights: weights)
        said.add(articles[canonical].sentences)
        _ = said
      }
      for index in articles.indices {
        var containments: [Double] = []
        var news: [Double] = []
        for canonical in naturals where canonical != index {
          containments.append(
            WordShingles.containment(
              of: articles[index].shingles, in: articles[canonical].shingles))
          var said = SaidSentences(weights: weights)
          said.add(articles[canonical].sentences)
          news.append(RelationRule.unsaidShare(of: articles[index], said: &said, weights: weights))
        }
        guard let most = containments.max(), let least = news.min() else { continue }
        best[tiers[index], default: []].append(most)
        unsaid[tiers[index], default: []].append(least)
      }
    }
    for (name, table) in [("containment", best), ("unsaid share", unsaid)] {
      for (tier, values) in table.sorted(by: { $0.key < $1.key }) {
        let sorted = values.sorted()
        let quantiles = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map {
          String(format: "%.2f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))])
        }
        print(name, tier, values.count, "1 5 10 25 50 75 90 95 99 %:", quantiles)
      }
    }
  }
}

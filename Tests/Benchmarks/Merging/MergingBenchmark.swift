import FoundationEssentials
import NewsModel
import Stories

/// How the work of merging grows with the articles of a day.
///
///     NEWSFOLD_ONLY=pure swift run --scratch-path .build-pure -c release MergingBenchmark FILE.jsonl [PER-DAY ...]
///
/// The collection is multiplied: each copy of its articles has names of its own, made from a seed, so that copies are other
/// events in the same language. A line tells of one density: so many articles a day over so many days, then one more day of
/// which each added article is counted and timed. The last column is the time in shares of the first line's, which is what to
/// compare between machines.
@main
struct MergingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first, let data = FileManager.default.contents(atPath: path) else {
      print("MergingBenchmark FILE.jsonl [PER-DAY ...]: no such file")
      return
    }
    let read = try MultipliedCollection(data)
    let densities = arguments.dropFirst().compactMap { Int($0) }
    print(
      "articles/day  held  candidates/article  kept/article  ms/article  largest  share of time")
    var first: Double?
    for density in densities.isEmpty ? [100, 1000, 10_000] : densities {
      // As many days of the window as fit in memory and a few minutes; candidates grow in proportion to them.
      let days = max(1, min(14, 40_000 / density))
      var index = StoryIndex()
      let preparer = ArticlePreparer()
      for day in 0..<days {
        index.insert(
          contentsOf: read.articles(from: day * density, count: density, day: day)
            .map { preparer.prepare($0) })
        _ = index.regroup()
      }
      let before = index.counts
      let added = read.articles(from: days * density, count: min(density, 2000), day: days - 1)
      let clock = ContinuousClock()
      let time = clock.measure {
        for article in added {
          index.insert(article)
          _ = index.regroup()
        }
      }
      let count = Double(added.count)
      let milliseconds =
        (Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15) / count
      first = first ?? milliseconds
      let columns = [
        "\(density)", "\(index.count)",
        rounded(Double(index.counts.candidates - before.candidates) / count),
        rounded(Double(index.counts.keptScores - before.keptScores) / count),
        rounded(milliseconds), "\(index.counts.largestComponent)",
        rounded(milliseconds / (first ?? 1)),
      ]
      print(columns.joined(separator: "  "))
    }
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }
}

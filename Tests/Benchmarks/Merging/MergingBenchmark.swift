import FoundationEssentials
import NewsModel
import Stories

/// Measures how the work of merging grows with the number of articles a day.
///
///     NEWSFOLD_ONLY=pure swift run --scratch-path .build-pure -c release MergingBenchmark FILE.jsonl [PER-DAY ...]
///
/// The collection is multiplied (`MultipliedCollection`). Each line of output is one density: a
/// number of articles a day over a number of days. Then one more day is added, and each article of
/// it is counted and timed, inserted alone and grouped at once, as when files arrive one by one.
/// Times are those of the processor, so that a busy machine gives the same. The last column can be
/// compared between machines: the time to merge an article as a share of the time to read its
/// words.
@main
struct MergingBenchmark {
  /// Beyond 7.2 days no score of two dated articles is kept (`MergeModel.farthestDays`).
  private static let mostDays = 8
  /// The most articles held, so that a line takes minutes and 1 GB. At 100,000 a day that is less
  /// than a day; the columns say how many days it is.
  private static let mostHeld = 80_000
  private static let timedCount = 1000

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first, let data = FileManager.default.contents(atPath: path) else {
      print("MergingBenchmark FILE.jsonl [PER-DAY ...]: no such file")
      return
    }
    let read = try MultipliedCollection(data)
    let densities = arguments.dropFirst().compactMap { Int($0) }
    print(
      [
        "articles/day", "held", "days", "candidates", "kept", "grouped", "largest", "read ms",
        "find ms", "group ms", "longest ms", "merging/reading",
      ].joined(separator: "\t"))
    for density in densities.isEmpty ? [100, 1000, 10_000, 100_000] : densities {
      print(await line(read, density: density))
    }
  }

  private static func line(_ read: MultipliedCollection, density: Int) async -> String {
    let held = min(density * mostDays, mostHeld)
    var index = StoryIndex()
    var made = 0
    while made < held {
      let count = min(5000, held - made)
      await index.insert(
        contentsOf: read.articles(from: made, count: count, perDay: density), tasks: 2)
      made += count
    }
    _ = index.regroup()
    let before = index.counts
    let added = read.articles(from: held, count: min(density, timedCount), perDay: density)
    let preparer = ArticlePreparer()
    var (reading, finding, grouping, longest) = (0.0, 0.0, 0.0, 0.0)
    for article in added {
      let start = UsedTime.seconds
      let prepared = preparer.prepare(article)
      let read = UsedTime.seconds
      index.insert(contentsOf: [prepared])
      let found = UsedTime.seconds
      _ = index.regroup()
      let end = UsedTime.seconds
      reading += read - start
      finding += found - read
      grouping += end - found
      longest = max(longest, end - read)
    }
    let count = Double(added.count)
    return [
      "\(density)", "\(held)", rounded(Double(held) / Double(density)),
      rounded(Double(index.counts.candidates - before.candidates) / count),
      rounded(Double(index.counts.keptScores - before.keptScores) / count),
      rounded(Double(index.counts.grouped - before.grouped) / count),
      "\(index.counts.largestComponent)", rounded(reading / count * 1000),
      rounded(finding / count * 1000), rounded(grouping / count * 1000), rounded(longest * 1000),
      rounded((finding + grouping) / reading),
    ].joined(separator: "\t")
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }
}

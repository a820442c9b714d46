import FoundationEssentials
import NewsModel
import Stories

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Measures how long an entry takes to compose, by the number of articles of its story.
///
///     NEWSFOLD_ONLY=pure swift run --scratch-path .build-pure -c release CompositionBenchmark FILE.jsonl [COUNT ...]
///
/// The articles are those of the largest labelled stories of the collection, one story after the
/// other. A line tells of one size: the least of nine, in milliseconds of the processor, which do
/// not grow with what else the machine does, and for each kilobyte in shares of the first line's.
/// That is what to compare between machines: composing is to cost little more a kilobyte, however
/// many articles a story has.
@main
struct CompositionBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "read" { return try EntryReading(arguments.dropFirst()).run() }
    if arguments.first == "rewrites" { return try RewriteReading(arguments.dropFirst()).run() }
    guard let path = arguments.first else {
      print(
        "CompositionBenchmark FILE.jsonl [COUNT …], or read KIND FILE.jsonl …, or rewrites FILE.jsonl …"
      )
      return
    }
    let articles = try articles(path)
    guard !articles.isEmpty else { return }
    let asked = arguments.dropFirst().compactMap { Int($0) }
    print("articles  bytes  ms  share of a kilobyte's time")
    var first: Double?
    for count in asked.isEmpty ? [2, 10, 30, 100] : asked {
      let chosen = Array(articles.prefix(count))
      let story = Story(
        id: EntryID("tag:benchmark.example,2026:story/1"), slug: "benchmark",
        founding: chosen[0].id, articles: chosen.map(\.id), minted: 1,
        published: chosen[0].published, updated: chosen[0].published)
      let bytes = chosen.reduce(0) { $0 + $1.text.utf8.count }
      let milliseconds = (0..<9).map { _ in spent { compose(story, chosen) } }.min() ?? 0
      let each = milliseconds / Double(max(1, bytes))
      first = first ?? each
      print(
        "\(chosen.count)  \(bytes)  \((milliseconds * 100).rounded() / 100)  "
          + "\((each / (first ?? 1) * 100).rounded() / 100)")
    }
  }

  private static func compose(_ story: Story, _ articles: [Article]) {
    _ = EntryComposer().composition(of: story, articles: articles)
  }

  /// The milliseconds that the processor spends on something.
  private static func spent(_ body: () -> Void) -> Double {
    let start = processorTime()
    body()
    return processorTime() - start
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// The articles by story, those of the largest story first.
  private static func articles(_ path: String) throws -> [Article] {
    let stories = Dictionary(grouping: try LabelledArticle.read(path), by: \.story)
    return stories.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .flatMap { $0.value.map(\.article) }
  }
}

import FoundationEssentials
import NewsModel
import Stories

/// Folds labelled collections and prints how well, a line each: what `newsfold evaluate` does,
/// without the service around it.
///
///     NEWSFOLD_ONLY=pure swift run -c release --scratch-path .build-pure-release FoldingMeasurement FILE.jsonl ...
///
/// With NEWSFOLD_PREDICTIONS set to a directory it writes the stories there, too, as `newsfold
/// evaluate --predictions` does.
@main
struct FoldingMeasurement {
  private struct Line: Decodable {
    var id: String
    var published: String?
    var lang: String?
    var source: String?
    var url: String?
    var title: String?
    var text: String?
    var story: String?
  }

  private struct Prediction: Encodable {
    let id: ArticleID
    let story: ArticleID
  }

  static func main() async throws {
    let directory = ProcessInfo.processInfo.environment["NEWSFOLD_PREDICTIONS"]
    for path in CommandLine.arguments.dropFirst() {
      guard let data = FileManager.default.contents(atPath: path) else {
        print("\(path): no such file")
        continue
      }
      let name = String(path.split(separator: "/").last ?? "")
      let (articles, gold) = try read(data)
      let clock = ContinuousClock()
      let start = clock.now
      let evaluation = await Evaluation.run(articles, gold: gold)
      let time = start.duration(to: clock.now)
      var told = [name, "\(articles.count) articles", "\(evaluation.groups.count) stories"]
      if let scores = evaluation.scores {
        for (name, triple) in [("pairs", scores.pairwise), ("B-cubed", scores.bCubed)] {
          told.append(
            "\(name) \(rounded(triple.precision)) / \(rounded(triple.recall)) / "
              + rounded(triple.f1))
        }
      }
      told.append("largest \(evaluation.groups.map(\.count).max() ?? 0)")
      told.append("links \(evaluation.counts.links)")
      told.append("\(time)")
      print(told.joined(separator: "\t"))
      if let directory {
        var lines = Data()
        for (article, story) in evaluation.predictions {
          lines += try JSONEncoder().encode(Prediction(id: article, story: story))
          lines.append(UInt8(ascii: "\n"))
        }
        try lines.write(to: URL(filePath: "\(directory)/\(name)"))
      }
    }
  }

  private static func read(_ data: Data) throws -> ([Article], [ArticleID: String]) {
    let decoder = JSONDecoder()
    var articles: [Article] = []
    var gold: [ArticleID: String] = [:]
    for row in data.split(separator: UInt8(ascii: "\n")) {
      let line = try decoder.decode(Line.self, from: Data(row))
      let date = line.published.flatMap {
        Timestamp.rfc3339($0) ?? Timestamp.rfc3339($0 + "Z")
          ?? Timestamp.rfc3339($0 + "T00:00:00Z")
      }
      let article = Article(
        id: ArticleID(line.id), outlet: line.source ?? "", url: line.url, title: line.title ?? "",
        paragraphs: (line.text ?? "").split(separator: "\n").map(String.init), language: line.lang,
        published: date ?? Date(timeIntervalSince1970: 0),
        dateOrigin: date == nil ? .file : .stated)
      articles.append(article)
      gold[article.id] = line.story
    }
    return (articles, gold)
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 1000).rounded() / 1000)"
  }
}

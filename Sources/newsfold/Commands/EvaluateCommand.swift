import ArgumentParser
import FoundationEssentials
import NewsModel
import Stories
import SyncDaemon

/// `newsfold evaluate`
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Merge a labelled collection and print the scores.")

  @Argument(
    help: "JSON Lines: id, published, lang, source, url, title, text, story.", completion: .file())
  var gold: String

  @Option(help: "Write {\"id\",\"story\"} a line to this file.", completion: .file())
  var predictions: String?

  @Flag(
    name: .customLong("exhaustive"),
    help: "Compare every article with every other, to see what the candidates leave out.")
  var isExhaustive = false

  @Flag(name: .customLong("json"), help: "Print the scores as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let files = POSIXFiles()
      let path = Site.absolutePath(gold, from: FileManager.default.currentDirectoryPath)
      guard let bytes = try files.read(path) else {
        throw Failure(.readingOrWriting, "collection is not read: \(path): no such file.")
      }
      let collection = try LabelledCollection(bytes, path: path)
      let clock = ContinuousClock()
      let start = clock.now
      let evaluation = await Evaluation.run(
        collection.articles, gold: collection.stories,
        comparison: isExhaustive ? .exhaustive : .candidates)
      let time = start.duration(to: clock.now)
      if let predictions {
        var lines: [UInt8] = []
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for (article, story) in evaluation.predictions {
          lines += try encoder.encode(Prediction(id: article, story: story))
          lines.append(UInt8(ascii: "\n"))
        }
        try files.write(
          lines,
          to: Site.absolutePath(predictions, from: FileManager.default.currentDirectoryPath))
      }
      try print(evaluation, count: collection.articles.count, time: time)
    }
  }

  private struct Prediction: Encodable {
    let id: ArticleID
    let story: ArticleID
  }

  /// The object that `--json` prints.
  struct Scores: Hashable, Codable, Sendable {
    struct Triple: Hashable, Codable, Sendable {
      let precision: Double
      let recall: Double
      let f1: Double
    }
    let articles: Int
    let stories: Int
    let pairwise: Triple?
    let bCubed: Triple?
    let adjustedRand: Double?
    let articlesPerSecond: Double
    let candidatesPerArticle: Double
    let links: Int
    let largestComponent: Int
  }

  private func print(_ evaluation: Evaluation, count: Int, time: Duration) throws {
    let seconds = max(
      1e-9, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    let scores = evaluation.scores
    let printed = Scores(
      articles: count, stories: evaluation.groups.count,
      pairwise: scores.map {
        .init(precision: $0.pairwise.precision, recall: $0.pairwise.recall, f1: $0.pairwise.f1)
      },
      bCubed: scores.map {
        .init(precision: $0.bCubed.precision, recall: $0.bCubed.recall, f1: $0.bCubed.f1)
      },
      adjustedRand: scores?.adjustedRand, articlesPerSecond: Double(count) / seconds,
      candidatesPerArticle: Double(evaluation.counts.candidates) / Double(max(1, count)),
      links: evaluation.counts.links,
      largestComponent: evaluation.counts.largestComponent)
    if isJSON {
      try Output.json(printed)
      return
    }
    Output.say("\(printed.articles) articles, \(printed.stories) stories")
    for (name, triple) in [("pairwise", printed.pairwise), ("B-cubed", printed.bCubed)] {
      guard let triple else { continue }
      Output.say(
        "\(name)  precision \(Self.four(triple.precision))  recall \(Self.four(triple.recall))  "
          + "F1 \(Self.four(triple.f1))")
    }
    if let index = printed.adjustedRand { Output.say("adjusted Rand index \(Self.four(index))") }
    Output.say(
      "\(Int(printed.articlesPerSecond)) articles a second, "
        + "\(Self.four(printed.candidatesPerArticle)) candidates an article, "
        + "\(printed.links) pairs above the threshold, "
        + "largest component \(printed.largestComponent)")
  }

  private static func four(_ value: Double) -> String {
    String((value * 10_000).rounded() / 10_000)
  }
}

import Foundation
import NewsModel
import Testing

@testable import Stories

/// Where the training scripts and the package meet; nil when nobody trains.
private let trainingDirectory = ProcessInfo.processInfo.environment["NEWSFOLD_TRAINING"]

/// Writes what the scripts of `Tests/Training` need to know of the package: the terms of words, the
/// features of pairs.
///
/// They start it with NEWSFOLD_TRAINING set to a directory; otherwise the suite is skipped.
@Suite("TrainingExport", .enabled(if: trainingDirectory != nil))
struct TrainingExport {
  private let directory = URL(filePath: trainingDirectory ?? "/")

  private func lines(_ name: String) throws -> [Substring] {
    try String(contentsOf: directory.appending(path: name), encoding: .utf8)
      .split(separator: "\n")
  }

  private func names(_ prefix: String, _ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path)
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
  }

  @Test("the terms of words-LANG.txt, a line a word, into terms-LANG.txt")
  func terms() throws {
    for name in try names("words-", ".txt") {
      let language = String(name.dropFirst(6).dropLast(4))
      let normaliser = TermNormaliser(LanguageCode(tag: language))
      let scanner = WordScanner()
      var written = ""
      for line in try lines(name) {
        var terms: [String] = []
        scanner.scan(String(line)) { word, isNumber in
          let term = normaliser.term(UTF8Scalars.all(word), isNumber: isNumber)
          if !isNumber, !term.isEmpty { terms.append(String(decoding: term, as: UTF8.self)) }
        }
        written += terms.joined(separator: "\t") + "\n"
      }
      try written.write(
        to: directory.appending(path: "terms-\(language).txt"), atomically: true, encoding: .utf8)
    }
  }

  @Test("the features of all candidates of NAME.jsonl into NAME.pairs, as numbers between tabs")
  func pairs() throws {
    for name in try names("", ".jsonl") {
      let articles = try EvaluationCollections.articles(
        at: directory.appending(path: name).path)
      let preparer = ArticlePreparer()
      let prepared = articles.map { preparer.prepare($0) }
      let scorer = PairScorer(model: .shipped)
      var index = CandidateIndex(
        reach: TimeReach(windowDays: 14, fileDates: .reachEverything),
        required: RequiredWeight(model: .shipped, windowDays: 14))
      var tally = SlotTally()
      var written =
        (["first", "second", "days", "acrossLanguages"] + EvidenceName.weighed.map(\.rawValue))
        .joined(separator: "\t") + "\n"
      for (slot, article) in prepared.enumerated() {
        for other in index.slots(sharing: article, tally: &tally).sorted()
        where index.reasonNotToCompare(article, prepared[Int(other)]) == nil {
          let second = prepared[Int(other)]
          let isDated = article.time.isEvidence && second.time.isEvidence
          let days =
            Double(abs(article.time.milliseconds - second.time.milliseconds))
            / Double(PublicationTime.day)
          let features = scorer.features(article, second)
          let row =
            [
              "\(other)", "\(slot)", isDated ? "\(days)" : "-1",
              features.isAcrossLanguages ? "1" : "0",
            ]
            + EvidenceName.weighed.indices.map { "\(features.values[$0])" }
          written += row.joined(separator: "\t") + "\n"
        }
        index.insert(article, slot: Int32(slot))
      }
      try written.write(
        to: directory.appending(path: name.dropLast(6) + ".pairs"), atomically: true,
        encoding: .utf8)
    }
  }
}

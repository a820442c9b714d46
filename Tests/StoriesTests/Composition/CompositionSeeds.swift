import Foundation
import NewsModel
import Testing

@testable import Stories

/// Where texts lie that are looked at and never committed.
private let seedDirectory = ProcessInfo.processInfo.environment["NEWSFOLD_SEEDS"]

/// Prints the entry of the two seed articles, to be read.
///
///     NEWSFOLD_SEEDS=/path/to/seeds swift test --filter CompositionSeeds
@Suite("CompositionSeeds", .enabled(if: seedDirectory != nil))
struct CompositionSeeds {
  @Test(
    "the fuller seed leads, the other is its rewrite, no figures differ, and the toll is added first"
  )
  func seeds() throws {
    let directory = seedDirectory ?? ""
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    let articles = try names.map { name in
      let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
      let lines = text.split(separator: "\n").map(String.init)
      return Article(
        id: ArticleID(name), outlet: "Outlet \(name.prefix(3))", title: lines[0],
        paragraphs: Array(lines.dropFirst()), language: "en", published: Sample.morning,
        dateOrigin: .file)
    }

    let composition = Sample.compose(articles)

    let entry = composition.entry
    print("TITLE", entry.title, "\nREASON", entry.canonicalReason.steps, "\nSUMMARY", entry.summary)
    for source in entry.coverage {
      print("SOURCE", source.article, source.relation, source.title)
      for addition in source.additions { print("  +", addition) }
    }
    for disagreement in entry.disagreements {
      print("FIGURES", disagreement.subject)
      for figure in disagreement.figures {
        print("  =", figure.value, "|", figure.text, "|", figure.article, "|", figure.sentence)
      }
    }
    print("SUBSTANCE", composition.substance.stored.utf8.count, composition.substance.stored)
    #expect(entry.disagreements.isEmpty)
    #expect(entry.sourceCount == 1)
    #expect(entry.coverage.map(\.article.rawValue) == names)
    #expect(entry.coverage.last?.relation == .rewrite)
    #expect(entry.coverage.last?.additions.first?.contains("injured") == true)
    #expect(!entry.coverage.contains { $0.additions.contains { $0.contains("G7") } })
  }
}

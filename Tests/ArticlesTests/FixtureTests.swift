import Articles
import Foundation
import NewsModel
import Testing

/// Each file of `Fixtures` beside what is read from it.
@Suite("ArticleReading of whole files")
struct FixtureTests {
  @Test(
    "reads what lies beside the file",
    arguments: [
      "tabloid.txt", "aggregator.txt", "wrapped.txt", "full.md", "bare.md", "page.html",
      "graph.html",
      "schema.json", "feed-item.json", "lines.jsonl",
    ])
  func reads(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/the-harbour-gazette")
    let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
    let expectation = folder.appending(path: name + ".expected.json")
    let file = ArticleFile(
      path: "2026/the-harbour-gazette/" + name, bytes: bytes,
      modified: Date(timeIntervalSince1970: 1_795_000_000))

    let read = try ArticleReading().read(file)

    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Timestamp.rfc3339(date))
    }
    let articles = try String(decoding: encoder.encode(read.articles.map(\.article)), as: UTF8.self)
    let failures = read.failures.map { $0.description + "\n" }.joined()
    let text = articles + "\n" + failures
    if ProcessInfo.processInfo.environment["NEWSFOLD_UPDATE_FIXTURES"] != nil {
      try Data(text.utf8).write(to: expectation)
    }
    #expect(try text == String(contentsOf: expectation, encoding: .utf8))
  }
}

import Foundation
import Testing

/// The page `FeedConformance.md` has a row for each of its items and names only tests that exist.
@Suite("the page of what holds")
struct ConformancePageTests {
  /// The number of items of each part of the page; 162 in all.
  private static let counts = [
    "A": 18, "B": 13, "C": 22, "D": 24, "E": 19, "F": 13, "G": 5, "H": 12, "I": 25, "J": 6, "K": 5,
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()

  private static func rows() throws -> [(items: String, words: String)] {
    let page = root.appending(path: "../../Sources/Feeds/Feeds.docc/FeedConformance.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 3, cells[0].contains(where: \.isNumber) else {
        return nil
      }
      return (cells[0], cells[2])
    }
  }

  @Test("every item stands there once")
  func items() throws {
    var found: [String] = []
    for row in try Self.rows() {
      for part in row.items.split(separator: ",") {
        let ends = part.trimmingCharacters(in: .whitespaces).split(separator: "–")
        let numbers = ends.compactMap { Int($0.dropFirst()) }
        let letter = try #require(ends.first?.first)
        let first = try #require(numbers.first)
        found += (first...(numbers.last ?? first)).map { "\(letter)\($0)" }
      }
    }

    let expected = Self.counts.flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }
    #expect(expected.count == 162)
    #expect(found.sorted() == expected.sorted())
  }

  @Test("every test that is named is there")
  func tests() throws {
    for row in try Self.rows() {
      let spans = row.words.split(separator: "`", omittingEmptySubsequences: false)
      for (index, span) in spans.enumerated() where index % 2 == 1 && span.contains("/") {
        guard span.first?.isUppercase == true else { continue }
        let own = Self.root.appending(path: "\(span).swift").path
        let other = Self.root.appending(path: "../\(span)").path
        #expect(
          [own, other, other + ".swift"].contains { FileManager.default.fileExists(atPath: $0) },
          "no \(span)")
      }
    }
  }
}

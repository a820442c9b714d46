import Feeds
import FoundationEssentials
import Markup
import NewsModel
import SeededRandom
import Testing

/// Titles made to be taken for markup by a reader that decodes them, or drops what it cannot show.
@Suite("Titles carry no markup")
struct TitleMarkupTests {
  /// Pieces of tags and references, and characters between them that readers drop.
  private static let pieces: [String] = [
    "<", ">", "&", "#", ";", "/", "!", "?", "=", "\"", "'", " ", "\n", "\t",
    "img src=x onerror=alert(1)>",
    "script>alert(1)</script>", "svg/onload=alert(1)>", "!--", "-->", "![CDATA[", "]]>", "&lt;",
    "&#60;", "&#x3c",
    "&#0;", "&lt", "&amp;", "&amp;lt;", "lt;", "gt;", "a", "b", "1", "3", "é", "日",
    // Characters that may not stand in a document: U+FFFD, noncharacters, private characters,
    // controls.
    "\u{FFFD}", character(0xFFFE), character(0xFFFF), character(0x1FFFE), character(0x10FFFF),
    character(0xFDD0), "\u{E000}", "\u{F8FF}", "\u{F0000}",
    "\u{100000}", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{9F}", "\u{FFFC}", "\u{FFF9}",
    // Characters that are invisible.
    "\u{AD}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{2060}", "\u{FEFF}", "\u{FE0F}", "\u{301}",
    "\u{E0001}", "\u{3164}",
    "\u{2028}", "\u{A0}",
  ]

  @Test("whatever characters stand between, 3,000 titles", arguments: [20_261_130, 17])
  func random(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    for round in 0..<30 {
      let titles = (0..<50).map { _ in
        (0..<Int.random(in: 1...9, using: &chance)).map { _ in
          Self.pieces.randomElement(using: &chance) ?? ""
        }.joined()
      }
      try check(titles, "seed \(seed), round \(round)")
    }
  }

  @Test("the titles that did")
  func known() throws {
    try check(
      [
        "Quay <\u{FFFD}img src=x onerror=alert(1)> shut",
        "<" + character(0x1FFFE) + "img src=x onerror=alert(1)>",
        "<" + character(0x10FFFF) + "img src=x onerror=alert(1)>",
        "<&#0;img src=x onerror=alert(1)>", "<\u{301}img src=x>",
        "<\u{200D}img src=x onerror=alert(1)>", "&\u{200B}lt;img src=x>",
      ], "known")
  }

  private func check(_ titles: [String], _ what: String) throws {
    // The composer gives another title to an article without one.
    let legible = titles.filter { LegibleText.isLegible($0) }
    let entries = legible.enumerated().map { index, title -> Entry in
      var entry = Sample.entry("title-\(index)", title: title, minute: index, summary: title)
      entry.authors = [Person(name: title)]
      entry.tags = [title]
      return entry
    }
    let feed = Sample.feed(Array(entries.reversed()))
    for format in [RSSFormat() as any FeedFormat, JSONFeedFormat(), AtomFormat()] {
      let document = format.document(of: feed)
      try DocumentCheck().check(document)
      for text in try Self.plainTexts(of: document) {
        for decoded in Self.readings(of: text) {
          let elements = try HTMLDocument(fragment: decoded).nodes.dropFirst(2).filter {
            !$0.isText
          }
          #expect(elements.isEmpty, "\(what), \(format.name): \(text.debugDescription)")
        }
      }
    }
  }

  /// The texts of a document that are plain by its standard, and that readers show as HTML all the
  /// same.
  private static func plainTexts(of document: FeedDocument) throws -> [String] {
    guard document.path.hasSuffix(".json") else {
      return try XMLTree(document.bytes).nodes.filter { node in
        ["title", "creator", "category", "name"].contains(node.name) && node["type"] != "html"
      }.map { $0.text }
    }
    struct Feed: Decodable {
      struct Item: Decodable {
        struct Author: Decodable { var name: String }
        var title: String
        var summary: String
        var authors: [Author]
        var tags: [String]
      }
      var items: [Item]
    }
    let feed = try JSONDecoder().decode(Feed.self, from: Data(document.bytes))
    return feed.items.flatMap { [$0.title, $0.summary] + $0.authors.map(\.name) + $0.tags }
  }

  /// The text as it is, without what some readers drop, and both with one line end less.
  private static func readings(of text: String) -> [String] {
    let shown = text.unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint && LegibleText.mayStand($0)
    }
    let ascii = text.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 }
    return [text, String(String.UnicodeScalarView(shown)), String(String.UnicodeScalarView(ascii))]
  }
}

/// The character of a code point that no literal may hold.
private func character(_ value: UInt32) -> String {
  Unicode.Scalar(value).map { String($0) } ?? ""
}

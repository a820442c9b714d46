import FoundationEssentials
import NewsModel
import SeededRandom

/// Reports of invented events, the same for one seed for ever: the counts of instructions that are
/// committed are of these.
struct CountedNews {
  let articles: [Article]

  /// Draws events, each with four reports of some three hundred words.
  init(eventCount: Int, seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var articles: [Article] = []
    for event in 0..<eventCount {
      let names = (0..<6).map { _ in Self.name(&chance) }
      for report in 0..<4 {
        let paragraphs = (0..<8).map { _ in
          (0..<4).map { _ in Self.sentence(names, &chance) }.joined(separator: " ")
        }
        articles.append(
          Article(
            id: ArticleID("https://outlet-\(report).example/\(event)"),
            outlet: "Outlet \(report)", url: "https://outlet-\(report).example/\(event)",
            title: "\(names[0]) and \(names[1]) meet over \(names[2])", paragraphs: paragraphs,
            language: "en",
            published: Date(
              timeIntervalSince1970: 1_772_366_400 + Double(event * 7_200 + report * 1_800))))
      }
    }
    self.articles = articles
  }

  private static let words = [
    "harbour", "council", "minister", "storm", "ferry", "inquiry", "court", "budget", "school",
    "bridge", "union", "strike", "hospital", "river", "police", "market", "company", "factory",
    "election", "vote", "treaty", "border", "island", "railway", "festival", "museum", "farmers",
    "drought", "flood", "rescue", "report", "evidence", "witness", "agreement", "protest", "tax",
  ]
  private static let verbs = [
    "said", "denied", "opened", "closed", "promised", "refused", "found", "lost", "asked", "told",
  ]
  private static let links = ["the", "of the", "about the", "after the", "in the", "with the"]

  private static func name(_ chance: inout SeededGenerator) -> String {
    let syllables = ["mar", "lin", "dor", "vek", "sal", "tun", "bre", "kil", "osh", "gan"]
    let name = (0..<3).map { _ in syllables[Int.random(in: syllables.indices, using: &chance)] }
      .joined()
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func sentence(_ names: [String], _ chance: inout SeededGenerator) -> String {
    func any(_ of: [String]) -> String { of[Int.random(in: of.indices, using: &chance)] }
    return "\(any(names)) \(any(verbs)) \(any(links)) \(any(words)) \(any(links)) \(any(words)) "
      + "\(any(links)) \(any(words)) near \(any(names)), \(Int.random(in: 2...900, using: &chance)) "
      + "people \(any(verbs)) on Tuesday."
  }

  /// The bytes of an article as a stage takes them.
  func bytes(of article: Article, as stage: String) -> [UInt8] {
    let text = article.paragraphs
    switch stage {
    case "read-json":
      return Array(
        (#"{"headline":"\#(article.title)","articleBody":"\#(text.joined(separator: #"\n"#))","#
          + #""url":"\#(article.url ?? "")","datePublished":"2026-03-01T12:00:00Z"}"#).utf8)
    case "read-html":
      return Array(
        ("<!DOCTYPE html><html lang=en><head><title>\(article.title) | \(article.outlet)</title>"
          + "<style>a{color:red}</style></head><body><nav><ul><li><a href=/1>Home</a></ul></nav>"
          + "<article><h1>\(article.title)</h1>" + text.map { "<p>\($0)</p>" }.joined()
          + "</article><footer><p>All rights reserved.</p></footer></body></html>").utf8)
    case "read-md": return Array(("# \(article.title)\n\n" + text.joined(separator: "\n\n")).utf8)
    default: return Array(text.joined(separator: "\n").utf8)
    }
  }
}

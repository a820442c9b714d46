import FoundationEssentials
import NewsModel

/// A story of many sources, of our own invention.
enum LongStory {
  private static let start = Date(timeIntervalSince1970: 1_795_161_600)

  private static func coverage(_ number: Int, titleLength: Int) -> Coverage {
    let title = String(repeating: "Pier ", count: max(1, titleLength / 5))
    var relation = Relation.independent
    if number % 3 == 0 { relation = number == 0 ? .canonical : .rewrite }
    let additions = number == 0 ? [] : ["Witness \(number) saw the pier burn from the harbour."]
    return Coverage(
      article: ArticleID("article-\(number)"), outlet: "Outlet \(number)",
      title: title + String(number), url: "https://outlet\(number).example/pier",
      published: start.addingTimeInterval(Double(number) * 60), relation: relation,
      additions: additions)
  }

  /// An entry with so many sources, each of which adds a sentence, and so many figures that differ.
  static func entry(sources count: Int, titleLength: Int = 40, figures: Int = 0) -> Entry {
    let coverage = (0..<count).map { self.coverage($0, titleLength: titleLength) }
    let disagreements = (0..<figures).map { number in
      Disagreement(
        subject: "boats \(number)",
        figures: [3, 5].map {
          Disagreement.Figure(
            text: "\($0) boats", value: Double($0), article: ArticleID("article-\($0)"),
            outlet: "Outlet \($0)", sentence: "The fire took \($0) boats.")
        })
    }
    return Entry(
      id: EntryID("tag:news.example,2026:story/1"), slug: "pier-1",
      link: "https://news.example/stories/pier-1/", title: "Fire on the pier", language: "en",
      published: start, updated: start, summary: "The pier burned.",
      paragraphs: ["The pier burned on Friday."], coverage: coverage, disagreements: disagreements)
  }
}

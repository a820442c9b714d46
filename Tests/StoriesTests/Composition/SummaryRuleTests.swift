import NewsModel
import Testing

@testable import Stories

@Suite("SummaryRule")
struct SummaryRuleTests {
  func summary(_ paragraphs: [String], own: String? = nil, title: String = "Title") -> String {
    var article = Sample.article("a", title: title, paragraphs)
    article.summary = own
    return SummaryRule.summary(of: ReadArticle(article))
  }

  @Test("an article's own summary goes before its first sentences")
  func own() {
    #expect(summary(Sample.ferry, own: "A ferry has sunk.") == "A ferry has sunk.")
    #expect(summary(Sample.ferry, own: " ").hasPrefix(Sample.ferry[0]))
  }

  @Test("headings, lists and the title told again are passed over for statements")
  func statements() {
    let text = ["Ferry lost", "- Many dead", "Live blog", "The ferry sank at night."]

    #expect(summary(text, title: "Ferry lost") == "The ferry sank at night.")
    #expect(summary(["- Many dead"]) == "Many dead")
  }

  @Test("three sentences at most, and a long one is cut between words")
  func limits() {
    let words = String(repeating: "word ", count: 200)

    #expect(summary(["One is. Two is. Three is. Four is."]) == "One is. Two is. Three is.")
    #expect(summary([words]).hasSuffix(" word…"))
    #expect(summary([words]).count <= SummaryRule.longest)
    #expect(summary([String(repeating: "水", count: 500)]).count == SummaryRule.longest)
  }

  @Test(
    "a text is cut never inside a word",
    arguments: [
      ("one two three", 13, "one two three"), ("one two three", 12, "one two…"),
      ("one, two", 6, "one…"),
    ])
  func cut(text: String, longest: Int, expected: String) {
    #expect(SummaryRule.cut(text, to: longest) == expected)
  }
}

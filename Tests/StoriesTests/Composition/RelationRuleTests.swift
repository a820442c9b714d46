import NewsModel
import Testing

@testable import Stories

@Suite("RelationRule")
struct RelationRuleTests {
  func relation(_ paragraphs: [String], language: String? = "en") -> Relation? {
    Sample.compose([
      Sample.article("a", Sample.ferry),
      Sample.article("b", hours: 1, paragraphs, language: language),
    ]).entry.coverage.last?.relation
  }

  @Test("the same text under other trimmings is a repost")
  func repost() {
    #expect(relation(Sample.ferry) == .repost)
    #expect(relation([Sample.ferry.joined(separator: " ")]) == .repost)
    #expect(relation(Array(Sample.ferry.prefix(3))) == .repost)
    #expect(relation(["LINDØ —"] + Sample.ferry + ["Follow us for more."]) == .repost)
  }

  @Test("the same report in other words is a rewrite")
  func rewrite() {
    let rewrite = [
      "On Friday night the ferry Havfruen, with 212 people on board, sank off the island of Lindø.",
      "The coast guard said Saturday morning at least 14 people had been killed and 37 were injured.",
      "Until fog came up at dawn, rescue helicopters searched the cold sound.",
      "Shortly before contact was lost a fire in the engine room was reported by the captain.",
      "Panic broke out on the car deck when lights went out and alarms failed, survivors told.",
    ]

    #expect(relation(rewrite) == .rewrite)
  }

  @Test("a report with material of its own is independent, in another language too")
  func independent() {
    #expect(relation(Sample.ferryElsewhere) == .independent)
    #expect(relation(["Die Fähre Havfruen ist gesunken."], language: "de") == .independent)
    #expect(relation(Sample.ferry, language: "en-GB") == .repost)
  }

  @Test("a repost of another source than the canonical one is a repost too, and adds nothing")
  func secondRepost() {
    let entry = Sample.compose([
      Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere),
      Sample.article("c", hours: 2, Sample.ferryElsewhere),
    ]).entry

    #expect(entry.coverage.map(\.relation) == [.canonical, .independent, .repost])
    #expect(entry.coverage[2].additions.isEmpty)
  }

  @Test("what is written in another language is listed, and not quoted")
  func foreign() {
    let entry = Sample.compose([
      Sample.article("a", Sample.ferry),
      Sample.article(
        "b", hours: 1, ["Die Fähre Havfruen ist am Freitag vor der Insel Lindø gesunken."],
        language: "de"),
    ]).entry

    #expect(entry.coverage[1].additions.isEmpty)
  }
}

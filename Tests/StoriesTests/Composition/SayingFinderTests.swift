import NewsModel
import Testing

@testable import Stories

@Suite("SayingFinder")
struct SayingFinderTests {
  private func sayings(_ first: [String], _ second: [String]) -> SharedSayings {
    SayingFinder(
      ReadArticle(Sample.article("a", first)), ReadArticle(Sample.article("b", second))
    ).sayings
  }

  @Test("names, figures and quotations that both have, as the first spells them")
  func found() {
    let sayings = sayings(
      [
        "LINDØEN - On Friday in November the minister Karen Holm told Sundrederiet’s owner that 212 people were on board.",
        "She said “we will leave no stone unturned” and flew to Lindø in 2026.",
      ],
      [
        "In LINDØEN on the evening of a Friday in November the owner of Sundrederiet met Holm, whose first name is Karen.",
        "There were 212 people on the ship bound for Lindø in 2026, 37 of them children.",
        "“We will leave no stone unturned”, the minister said.",
      ])

    #expect(sayings.names == ["Karen Holm", "Sundrederiet", "Lindø"])
    #expect(sayings.figures == ["212"])
    #expect(sayings.quotes == ["we will leave no stone unturned"])
  }

  @Test("nothing in common is nothing to point at")
  func nothing() {
    #expect(sayings(Sample.ferry, ["A comet was seen from Esk on Monday by 12 pupils."]).isEmpty)
  }

  @Test(
    "an entry says at each joining what both reports say, and the decision is otherwise as it was")
  func illustrated() {
    let articles = [
      Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere),
    ]
    var story = Sample.story(articles)
    let joined = Decision(
      kind: .joined, date: Sample.morning, article: articles[1].id, closest: articles[0].id,
      evidence: [.init(name: "closeness", contribution: 2)])
    story.decisions = [joined]

    let decisions = EntryComposer().compose(story, articles: articles).decisions

    var bare = decisions[0]
    bare.shared = nil
    #expect(bare == joined)
    #expect(decisions[0].shared?.names == ["Lindø", "Havfruen"])
  }
}

import SeededRandom
import Testing

@testable import Stories

@Suite("Related articles")
struct RelatedArticlesTests {
  @Test(
    "an article is related to one of some exactly if an index keeps a score of the two",
    arguments: [1, 2, 3])
  func asIndex(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let preparer = ArticlePreparer()
    let articles = InventedStream(seed: seed, eventCount: 25, days: 40).articles
      .map(preparer.prepare).shuffled(using: &chance)
    let late = Array(articles.prefix(articles.count / 8))
    let rest = articles.dropFirst(late.count)
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    let asked = Set(late.map(\.id))

    var related = RelatedArticles(late)
    var count = 0
    for article in rest {
      let slot = try #require(index.slots.first { $0.article?.id == article.id })
      let expected = slot.neighbours.contains {
        index.slots[Int($0.slot)].article.map { asked.contains($0.id) } == true
      }
      #expect(related.isOne(relatedTo: article) == expected, "\(article.id), seed \(seed)")
      if expected { count += 1 }
    }
    // Both answers are given often, or nothing was tested.
    #expect(count > 5 && count < rest.count - 5)
  }
}

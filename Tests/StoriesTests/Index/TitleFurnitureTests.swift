import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// An end that three different headlines have is an outlet's name, and no news.
@Suite("Furniture of titles")
struct TitleFurnitureTests {
  private static let suffix = " - Harbour Light Observer"
  private static let headlines = [
    "Allotment society seeks treasurer", "Swimming baths close until June",
    "Mayor of Stillmoor weds in secret", "Rare heron seen on reservoir",
    "Bakers protest against price of flour", "Choir of lorry drivers wins medal",
  ]

  private func article(_ number: Int, suffix: String = suffix) -> Article {
    InventedNews.article(
      "t\(number)", outlet: "feed \(number)",
      title: Self.headlines[number % Self.headlines.count] + suffix, "",
      published: InventedNews.noon(1, hours: Double(number)))
  }

  private func index(_ articles: [Article]) -> StoryIndex {
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    _ = index.regroup()
    return index
  }

  @Test("unrelated headlines with one ending are as many stories")
  func unrelated() {
    let articles = (0..<6).map { article($0) }

    #expect(folded(articles).count == 6)
    #expect(folded(articles) == folded((0..<6).map { article($0, suffix: "") }))
  }

  @Test("reports of one event stay together with endings and without")
  func related() {
    let ferry = InventedNews.ferry
    let named = ferry.map { article in
      InventedNews.article(
        article.id.description, outlet: article.outlet, title: article.title + Self.suffix,
        article.text, published: article.published)
    }

    // Two of them are of the ferry, the third of a festival in the same town.
    let groups = folded(named + (0..<3).map { article($0) })
    #expect(groups.contains { Set($0) == Set(ferry.prefix(2).map(\.id)) })
  }

  @Test("two headlines with one ending keep it; the third makes it furniture for all three")
  func third() {
    var index = index([article(0), article(1)])
    #expect(index.slots.allSatisfy { $0.cut.isEmpty })

    index.insert(article(2))
    #expect(index.slots.allSatisfy { $0.cut.count == 3 })

    index.remove(article(2).id)
    #expect(index.slots.allSatisfy { $0.cut.isEmpty })
  }

  @Test("three copies of one headline make nothing furniture")
  func copies() {
    let copies = (0..<3).map { number in
      InventedNews.article(
        "c\(number)", outlet: "feed \(number)", title: Self.headlines[0] + Self.suffix, "")
    }

    #expect(index(copies).slots.allSatisfy { $0.cut.isEmpty })
  }

  @Test("what is kept to be inserted again is the whole article")
  func prepared() {
    let articles = (0..<3).map { article($0) }
    let preparer = ArticlePreparer()
    let index = index(articles)

    for article in articles { #expect(index.prepared(article.id) == preparer.prepare(article)) }
  }

  @Test(
    "any order, any batches, removals and returns come to the same",
    arguments: [1, 2, 3, 4] as [UInt64])
  func invariant(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let suffixes = [Self.suffix, " | Quayside Record", " – Fen Bulletin", ""]
    let stream = InventedStream(seed: seed, eventCount: 12, days: 2).articles
    let articles = stream.map { article in
      InventedNews.article(
        article.id.description, outlet: article.outlet,
        title: article.title + (suffixes.randomElement(using: &chance) ?? ""),
        String(article.text.prefix(120)), published: article.published)
    }
    var index = StoryIndex()
    var present: [ArticleID: Article] = [:]
    for step in 0..<articles.count * 3 {
      guard let article = articles.randomElement(using: &chance) else { continue }
      if Int.random(in: 0..<3, using: &chance) == 0 {
        index.remove(article.id)
        present[article.id] = nil
      } else {
        index.insert(article)
        present[article.id] = article
      }
      if step % 3 == 0 { _ = index.regroup() }
      if step % 10 == 0 {
        _ = index.regroup()
        let whole = self.index(present.values.shuffled(using: &chance))
        #expect(IndexSnapshot(index) == IndexSnapshot(whole), "seed \(seed), step \(step)")
      }
    }
    #expect(index.slots.contains { !$0.cut.isEmpty })
  }
}

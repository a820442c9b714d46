import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// Copies of one text follow the first of them, and cost no more than one.
@Suite("Copies")
struct CopiesTests {
  private func copies(_ count: Int, minutes: Double = 1) -> [Article] {
    (0..<count).map { number in
      InventedNews.article(
        "copy-\(number)", outlet: "Quay Post", title: InventedNews.ferry[0].title,
        InventedNews.ferry[0].text,
        published: InventedNews.noon(1, hours: Double(number) * minutes / 60))
    }
  }

  @Test("two thousand copies are one story, with no more scores than their hours ask for")
  func many() {
    var index = StoryIndex()
    index.insert(contentsOf: copies(2000))
    _ = index.regroup()

    #expect(index.groups.count == 1)
    // 33 hours are six spans of six hours or seven: each of its first with each.
    #expect(index.counts.keptScores <= 21)
    #expect(index.counts.candidates <= 21)
  }

  @Test("each is in the group, explained by the first, and goes alone")
  func members() throws {
    let articles = copies(5)
    var index = StoryIndex()
    index.insert(contentsOf: articles + [InventedNews.ferry[1]])
    _ = index.regroup()

    #expect(index.group(of: articles[3].id) == index.group(of: articles[0].id))
    #expect(index.group(of: articles[3].id)?.count == 6)
    let path = try #require(index.path(from: articles[3].id, to: InventedNews.ferry[1].id))
    #expect(path.links.map(\.from).contains(articles[0].id))
    #expect(index.components().contains { $0.count == 6 })

    index.remove(articles[0].id)
    let change = index.regroup()
    #expect(change.old.map(\.count) == [6])
    #expect(change.new.map(\.count) == [5])
  }

  @Test("one that a pin keeps apart stands for itself, and follows again without the pin")
  func pinned() {
    let articles = copies(4)
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    index.setPins(StoryPins(apart: [ArticlePair(articles[1].id, articles[2].id)]))
    _ = index.regroup()
    #expect(index.groups.count == 2)

    index.setPins(StoryPins())
    _ = index.regroup()
    #expect(index.groups.count == 1)
    #expect(index.slots.count { $0.isFollower } == 3)
  }

  @Test(
    "any order, removals and returns come to the same", arguments: [1, 2, 3, 4] as [UInt64])
  func invariant(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let articles =
      copies(12, minutes: 70) + InventedNews.ferry
      + InventedStream(seed: seed, eventCount: 6, days: 1).articles.flatMap { article in
        (0..<2).map { number in
          InventedNews.article(
            "\(article.id)-\(number)", outlet: article.outlet, title: article.title, article.text,
            published: article.published.addingTimeInterval(Double(number) * 3600))
        }
      }
    var index = StoryIndex()
    var present: [ArticleID: Article] = [:]
    var pins = StoryPins()
    for step in 0..<articles.count * 3 {
      guard let article = articles.randomElement(using: &chance) else { continue }
      switch Int.random(in: 0..<10, using: &chance) {
      case 0..<3:
        index.remove(article.id)
        present[article.id] = nil
      case 3:
        guard let other = articles.randomElement(using: &chance), other.id != article.id else {
          continue
        }
        pins.apart.formSymmetricDifference([ArticlePair(article.id, other.id)])
        index.setPins(pins)
      default:
        index.insert(article)
        present[article.id] = article
      }
      if step % 2 == 0 { _ = index.regroup() }
      if step % 8 == 0 {
        _ = index.regroup()
        var whole = StoryIndex(configuration: StoryConfiguration(pins: pins))
        whole.insert(contentsOf: present.values.shuffled(using: &chance))
        _ = whole.regroup()
        #expect(IndexSnapshot(index) == IndexSnapshot(whole), "seed \(seed), step \(step)")
      }
    }
    #expect(index.slots.contains { $0.isFollower })
  }
}

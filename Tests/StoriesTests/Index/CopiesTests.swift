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

  /// One report as many outlets print it within a day, each with some words of its own.
  private func nearCopies(
    _ count: Int, words: Int = 1, minutes: Double = 1, using chance: inout SeededGenerator
  ) -> [Article] {
    let text = InventedStream(seed: 7, eventCount: 1, days: 1).articles[0]
    let running = text.text.split(separator: " ").map(String.init)
    return (0..<count).map { number in
      var own = running
      for _ in 0..<words {
        own[Int.random(in: own.indices, using: &chance)] = "slot\(number)"
      }
      return InventedNews.article(
        "near-\(number)", outlet: "Outlet \(number % 7)", title: text.title,
        own.joined(separator: " "),
        published: InventedNews.noon(1, hours: Double(number) * minutes / 60))
    }
  }

  @Test("hundreds of near copies are one story, and what is compared grows with their number alone")
  func nearCopies() {
    var chance = SeededGenerator(seed: 5)
    var counts: [Int] = []
    for count in [100, 400] {
      var index = StoryIndex()
      index.insert(contentsOf: nearCopies(count, minutes: 1, using: &chance))
      _ = index.regroup()
      #expect(index.groups.count == 1)
      #expect(index.groups[0].count == count)
      counts.append(index.counts.candidates)
    }
    // Each pair of those that stand, and no other.
    let pairs = CopyCrowd.standingCount * (CopyCrowd.standingCount - 1) / 2
    #expect(counts == [pairs, pairs])
  }

  @Test("the closest of a story is the one with the highest score, and for a copy its twin")
  func closest() {
    let articles = copies(3)
    var index = StoryIndex()
    index.insert(contentsOf: articles + InventedNews.ferry)
    _ = index.regroup()
    let group = index.group(of: articles[0].id) ?? []

    #expect(index.closest(to: articles[2].id, among: group) == articles[0].id)
    #expect(index.closest(to: articles[0].id, among: group) == articles[1].id)
    #expect(
      index.closest(to: InventedNews.ferry[1].id, among: [InventedNews.ferry[2].id]) == nil)
    for id in group {
      let best = group.filter { $0 != id }
        .compactMap { other in index.evidence(id, other).map { (other, $0.score) } }
        .map(\.1).max()
      let closest = index.closest(to: id, among: group)
      #expect(closest.flatMap { index.evidence(id, $0)?.score } == best)
    }
  }

  @Test(
    "near copies in any order, with removals and returns, come to the same",
    arguments: [1, 2, 3, 4] as [UInt64])
  func nearInvariant(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    // Several crowds at the turn of a day; words that differ by one, by some, and not at all.
    var articles = nearCopies(60, minutes: 25, using: &chance)
    articles += articles.prefix(12).map { article in
      var copy = article
      copy.id = ArticleID("twin-\(article.id)")
      return copy
    }
    articles += nearCopies(20, words: 12, minutes: 31, using: &chance).map { article in
      var other = article
      other.id = ArticleID("far-\(article.id)")
      return other
    }
    var index = StoryIndex()
    var hasNearFollower = false
    var present: [ArticleID: Article] = [:]
    var pins = StoryPins()
    for step in 0..<articles.count * 2 {
      guard let article = articles.randomElement(using: &chance) else { continue }
      switch Int.random(in: 0..<12, using: &chance) {
      case 0..<3:
        let gone = (0..<Int.random(in: 1..<20, using: &chance)).compactMap { _ in
          present.keys.sorted().randomElement(using: &chance)
        }
        index.remove(gone)
        for id in gone { present[id] = nil }
      case 3:
        guard let other = articles.randomElement(using: &chance), other.id != article.id else {
          continue
        }
        pins.apart.formSymmetricDifference([ArticlePair(article.id, other.id)])
        index.setPins(pins)
      case 4..<7:
        let some = articles.shuffled(using: &chance).prefix(30)
        index.insert(contentsOf: some)
        for article in some { present[article.id] = article }
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
        hasNearFollower =
          hasNearFollower || index.slots.contains { isNearFollower($0, in: index) }
      }
    }
    #expect(hasNearFollower, "no near copy ever followed another: the test says nothing")
  }

  /// Whether an article follows one whose text is not its own word for word.
  private func isNearFollower(_ slot: ArticleSlot, in index: StoryIndex) -> Bool {
    guard let leader = slot.part?.leader else { return false }
    return slot.article?.features != index.slots[Int(leader)].article?.features
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

  @Test("an exhaustive comparison leaves copies out, too, and finds what candidates find")
  func exhaustive() async {
    let articles = copies(20) + InventedNews.ferry
    let all = await Evaluation.run(articles, gold: [:], comparison: .exhaustive)
    let candidates = await Evaluation.run(articles, gold: [:])

    #expect(all.counts.links == candidates.counts.links)
    #expect(all.groups == candidates.groups)
  }
}

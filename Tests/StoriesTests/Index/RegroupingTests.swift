import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// Grouping anew only what changes have touched comes to what grouping everything comes to.
@Suite("Regrouping")
struct RegroupingTests {
  /// Events that share words, so that links lead from each to others: one component of nearly
  /// everything.
  private func tangled(seed: UInt64, count: Int) -> [Article] {
    var chance = SeededGenerator(seed: seed)
    let articles = InventedStream(seed: seed, eventCount: count, days: 3).articles
    return articles.enumerated().map { number, article in
      // The article's own text, and as much of its neighbour's as it takes to be nearly one.
      let near = articles[(number + Int.random(in: 1...6, using: &chance)) % articles.count]
      let words = near.text.split(separator: " ")
      let share = Int.random(in: 0...words.count * 2 / 3, using: &chance)
      return Article(
        id: article.id, outlet: article.outlet, title: article.title,
        paragraphs: [article.text, words.prefix(share).joined(separator: " ")], language: "en",
        published: article.published, dateOrigin: article.dateOrigin)
    }
  }

  /// The same, of which every third prints what another one says, to the word, hours or days later.
  private func reprinted(seed: UInt64, count: Int) -> [Article] {
    var chance = SeededGenerator(seed: seed)
    let articles = tangled(seed: seed, count: count)
    return articles.enumerated().map { number, article in
      guard number % 3 == 2, let printed = articles.randomElement(using: &chance) else {
        return article
      }
      return Article(
        id: article.id, outlet: article.outlet, title: printed.title,
        paragraphs: [printed.text], language: "en",
        published: printed.published.addingTimeInterval(
          Double.random(in: 0..<60 * 3600, using: &chance)), dateOrigin: .stated)
    }
  }

  private func whole(_ articles: [Article], _ pins: StoryPins) -> IndexSnapshot {
    var index = StoryIndex(configuration: StoryConfiguration(pins: pins))
    index.insert(contentsOf: articles)
    _ = index.regroup()
    return IndexSnapshot(index)
  }

  @Test(
    "one article at a time comes, goes and returns, with pins that come and go",
    arguments: [1, 2, 3, 4, 5, 6], [false, true])
  func oneByOne(seed: UInt64, isReprinted: Bool) {
    var chance = SeededGenerator(seed: seed)
    let articles =
      isReprinted ? reprinted(seed: seed, count: 25) : tangled(seed: seed, count: 25)
    var pins = StoryPins()
    var index = StoryIndex()
    var present: [ArticleID: Article] = [:]
    var groups: Set<[ArticleID]> = []
    for step in 0..<articles.count * 4 {
      guard let article = articles.randomElement(using: &chance),
        let other = articles.randomElement(using: &chance)
      else { continue }
      switch Int.random(in: 0..<10, using: &chance) {
      case 0..<6:
        index.insert(article)
        present[article.id] = article
      case 6..<9:
        index.remove(article.id)
        present[article.id] = nil
      default:
        if article.id != other.id {
          let pair = ArticlePair(article.id, other.id)
          if Bool.random(using: &chance) {
            pins.apart.formSymmetricDifference([pair])
          } else {
            pins.together.formSymmetricDifference([pair])
          }
          index.setPins(pins)
        }
      }
      if Int.random(in: 0..<4, using: &chance) == 0 { continue }
      let change = index.regroup()
      #expect(groups.isSuperset(of: change.old), "seed \(seed), step \(step)")
      #expect(groups.isDisjoint(with: change.new), "seed \(seed), step \(step)")
      groups = groups.subtracting(change.old).union(change.new)
      #expect(groups == Set(index.groups), "seed \(seed), step \(step)")
      if step % 4 == 0 {
        let expected = whole(present.values.sorted { $0.id < $1.id }, pins)
        #expect(IndexSnapshot(index) == expected, "seed \(seed), step \(step)")
      }
    }
    _ = index.regroup()
    #expect(
      IndexSnapshot(index) == whole(present.values.sorted { $0.id < $1.id }, pins), "seed \(seed)")
    #expect(index.counts.largestComponent > 10)
  }

  @Test(
    "scores that link lead from any report of a story to any other",
    arguments: [1, 2, 3] as [UInt64])
  func explained(seed: UInt64) {
    var index = StoryIndex()
    index.insert(contentsOf: reprinted(seed: seed, count: 25))
    _ = index.regroup()

    #expect(index.groups.contains { $0.count > 3 }, "seed \(seed)")
    for group in index.groups where group.count > 1 {
      for article in group.dropFirst() {
        let weakest = index.path(from: group[0], to: article)?.weakest?.score ?? -.infinity
        #expect(weakest > MergeModel.shipped.link.value, "\(seed): \(article)")
      }
    }
  }

  @Test("an article that comes to thousands costs what is around it, and not the component")
  func work() {
    // A chain of events that each share words with the next, as long as the stream: one component.
    let articles = tangled(seed: 9, count: 120)
    var index = StoryIndex()
    index.insert(contentsOf: articles.dropLast(20))
    _ = index.regroup()
    let before = index.counts.grouped
    for article in articles.suffix(20) {
      index.insert(article)
      _ = index.regroup()
    }

    // Grouping the component at each would be 20 times more than it holds.
    #expect(index.counts.grouped - before < 20 * index.count / 4)
  }
}

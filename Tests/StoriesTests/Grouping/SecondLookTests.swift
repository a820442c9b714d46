import SeededRandom
import Testing

@testable import Stories

/// Two groups whose mean score is too low may still be one story when all others have merged.
@Suite("The second look at groups")
struct SecondLookTests {
  /// A group of reports that score 2 (without dates, 3.6), and others whose scores with each of its
  /// reports are given.
  private func articles(group: Int, others: [[Double]], between: Double = 2, day: Double? = 0)
    -> ScoredArticles
  {
    var texts: [[Int]: Double] = [:]
    for one in 0..<group { for other in 0..<one { texts[[other, one]] = day == nil ? 3.6 : 2 } }
    for (number, scores) in others.enumerated() {
      for (place, score) in scores.enumerated() { texts[[place, group + number]] = score }
      for earlier in 0..<number { texts[[group + earlier, group + number]] = between }
    }
    return ScoredArticles(
      days: Array(repeating: day, count: group + others.count), texts: texts)
  }

  @Test("one report joins a story of which it supports half, if that is of two or four")
  func few() {
    #expect(articles(group: 2, others: [[0.4, -2.5]]).groups == [[0, 1, 2]])
    #expect(articles(group: 4, others: [[2, 2, -2, -2]]).groups == [[0, 1, 2, 3, 4]])
    #expect(
      articles(group: 6, others: [[2, 2, 2, -2, -2, -2]]).groups == [[0, 1, 2, 3, 4, 5], [6]])
  }

  @Test("less than half is too few at any look")
  func support() {
    #expect(articles(group: 3, others: [[2, -1.8, -1.8]]).groups == [[0, 1, 2], [3]])
  }

  /// A group of three reports, and one that comes so many days later.
  private func late(_ scores: [Double], days: Double) -> [[Int]] {
    var texts = [[0, 1]: 2.0, [0, 2]: 2, [1, 2]: 2]
    for (place, score) in scores.enumerated() { texts[[place, 3]] = score }
    return ScoredArticles(days: [0, 0, 0, days], texts: texts).groups
  }

  @Test("a lower mean suffices then, for a report that comes late")
  func mean() {
    // Time takes 1.0 of each score: two of three pairs support it, and the mean is -1.2, which the
    // first look does not take.
    #expect(late([0.6, -0.2, -1], days: 0.8) == [[0, 1, 2, 3]])
    // 1.7 of each.
    #expect(late([0.9, 0.2, -1], days: 1) == [[0, 1, 2, 3]])
    #expect(late([0.8, 0, -3], days: 1) == [[0, 1, 2], [3]])
  }

  @Test(
    "not for one that comes in time and says as little: that is another story of the same people")
  func told() {
    #expect(late([-0.4, -1.2, -2], days: 0) == [[0, 1, 2], [3]])
    #expect(late([-0.4, -1.1, -1.9], days: 0.3) == [[0, 1, 2], [3]])
    #expect(late([-0.4, -1, -1.8], days: 0) == [[0, 1, 2, 3]])
  }

  @Test("without dates it does not: texts alone do not tell two events of one kind")
  func undated() {
    // The missing date takes 1.6 of each score.
    let articles = articles(group: 3, others: [[1.4, 0, -0.8]], between: 3.6, day: nil)

    #expect(articles.groups.last == [3])
  }

  @Test("the more reports the smaller group has, the more is asked")
  func growth() {
    let one = [-0.2, -1.6, -2.4]

    #expect(articles(group: 3, others: [one, one, one], between: -1).groups.count == 2)
  }

  @Test("a rift is one at any look")
  func rift() {
    let near = [-0.5, -0.5, -0.5]

    #expect(articles(group: 3, others: [near, near, near]).groups == [[0, 1, 2], [3, 4, 5]])
  }

  @Test("nothing merges without a score that links")
  func link() {
    #expect(articles(group: 3, others: [[-1.2, -1.2, -1.8]]).groups == [[0, 1, 2], [3]])
  }

  @Test(
    "what links lead to from one another is grouped as if there were no others",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func components(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var days: [Double?] = []
    var texts: [[Int]: Double] = [:]
    var expected: [[Int]] = []
    for _ in 0..<6 {
      let start = days.count
      let count = Int.random(in: 4...14, using: &chance)
      var part = ScoredArticles(
        days: (0..<count).map { _ in
          Int.random(in: 0..<6, using: &chance) == 0
            ? nil : Double.random(in: 0..<2, using: &chance)
        }, texts: [:])
      for one in 0..<count {
        for other in 0..<one where Int.random(in: 0..<3, using: &chance) > 0 {
          part.texts[[other, one]] = Double.random(in: -2.5...7.5, using: &chance)
        }
      }
      expected += part.groups.map { $0.map { $0 + start } }
      for (pair, text) in part.texts { texts[pair.map { $0 + start }] = text }
      days += part.days
    }
    let whole = ScoredArticles(days: days, texts: texts)

    #expect(whole.groups == expected.sorted { $0[0] < $1[0] }, "seed \(seed)")
    #expect(whole.reprints.reports.contains { $0.count > 1 }, "seed \(seed)")
  }
}

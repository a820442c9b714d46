internal import Algorithms
import NewsModel

/// Finds the articles that share most marks with one: its runs of words, or its names.
///
/// Of each mark only the first articles that have it are kept, in the order of the story. So a
/// question costs the same however many articles print one text, and who printed it first is found.
struct MarkIndex {
  /// Up to this many articles all pairs are compared, and no index is needed: some 800 comparisons.
  static let exhaustiveCount = 40
  /// The articles that are kept of a mark: more than have the rarer names of a story, by which its
  /// tellings are told apart.
  private static let mostHolders = 64

  private struct Holder {
    var mark: UInt64
    var article: Int32
  }

  /// By mark, then by article.
  private let holders: [Holder]

  /// Indexes the marks of each article.
  ///
  /// - Complexity: O(*n* log *n*) in their number.
  init(_ marks: [[UInt64]]) {
    var holders: [Holder] = []
    holders.reserveCapacity(marks.reduce(0) { $0 + $1.count })
    for (article, marks) in marks.enumerated() {
      for mark in marks { holders.append(Holder(mark: mark, article: Int32(article))) }
    }
    holders.sort { ($0.mark, $0.article) < ($1.mark, $1.article) }
    self.holders = holders
  }

  /// The articles that have most of some marks, the one with most first, the first of equals.
  ///
  /// - Parameters:
  ///   - marks: The marks.
  ///   - most: The most articles to find.
  ///   - isWanted: Whether an article is to be found at all.
  /// - Returns: The numbers of the articles.
  /// - Complexity: O(*n* log *N*) for *n* marks of *N*.
  func sharers(of marks: [UInt64], most: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var counts: [Int: Int] = [:]
    for mark in marks {
      var at = first(mark)
      var left = Self.mostHolders
      while left > 0, at < holders.count, holders[at].mark == mark {
        let article = Int(holders[at].article)
        if isWanted(article) { counts[article, default: 0] += 1 }
        at += 1
        left -= 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
  }

  private func first(_ mark: UInt64) -> Int {
    holders.partitioningIndex { $0.mark >= mark }
  }
}

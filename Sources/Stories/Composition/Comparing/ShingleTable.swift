/// The shingles of a story's articles, as each pair is compared.
///
/// Beyond forty articles one of eight shingles stands for all (the mod sketch of Broder 1997, §4): every pair is compared, and a
/// containment of .75 read from a hundred of eight hundred shingles is off by .04.
struct ShingleTable {
  /// Up to this many articles all shingles are compared.
  static let exhaustiveCount = 40

  private let articles: [ReadArticle]
  private let shingles: [[UInt64]]

  /// Prepares the comparison of a story's articles.
  init(_ articles: [ReadArticle]) {
    self.articles = articles
    let isSampled = articles.count > Self.exhaustiveCount
    shingles = articles.map { article in
      guard isSampled, article.shingles.count >= 64 else { return article.shingles }
      return article.shingles.filter { $0 & 7 == 0 }
    }
  }

  private init(articles: [ReadArticle], shingles: [[UInt64]]) {
    self.articles = articles
    self.shingles = shingles
  }

  /// The same table in another order.
  func reordered(_ order: [Int]) -> ShingleTable {
    ShingleTable(articles: order.map { articles[$0] }, shingles: order.map { shingles[$0] })
  }

  /// Whether the first article says nothing but the text of the second.
  func isRepost(_ first: Int, of second: Int) -> Bool {
    guard RelationRule.sharesLanguage(articles[first], articles[second]) else { return false }
    guard !shingles[first].isEmpty else { return false }
    // A short text that is not sampled beside a long one that is: compare both in full.
    let isMixed =
      (shingles[first].count == articles[first].shingles.count)
      != (shingles[second].count == articles[second].shingles.count)
    let (one, two) =
      isMixed
      ? (articles[first].shingles, articles[second].shingles) : (shingles[first], shingles[second])
    return WordShingles.containment(of: one, in: two) >= RelationRule.repostContainment
  }
}

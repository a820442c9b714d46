/// The shingles of a story's articles, as each pair is compared.
///
/// One of eight shingles is compared first (the mod sketch of Broder 1997, §4). Of eight hundred
/// that leaves a hundred, by which a containment is off by .05: only from half of what a repost
/// needs is the whole compared. Beyond forty articles, whose pairs are many, the sketch alone
/// decides where it has 50 shingles or more.
struct ShingleTable {
  /// Up to this many articles the sketch does not decide alone.
  static let exhaustiveCount = 40
  /// The sketch decides only with so many shingles.
  private static let leastSketch = 50

  private let articles: [ReadArticle]
  private let sketches: [[UInt64]]

  /// Prepares the comparison of a story's articles.
  init(_ articles: [ReadArticle]) {
    self.articles = articles
    sketches = articles.map { article in article.shingles.filter { $0 & 7 == 0 } }
  }

  private init(articles: [ReadArticle], sketches: [[UInt64]]) {
    self.articles = articles
    self.sketches = sketches
  }

  /// The same table in another order.
  func reordered(_ order: [Int]) -> ShingleTable {
    ShingleTable(articles: order.map { articles[$0] }, sketches: order.map { sketches[$0] })
  }

  /// Whether the first article says nothing but the text of the second.
  func isRepost(_ first: Int, of second: Int) -> Bool {
    guard !articles[first].shingles.isEmpty,
      RelationRule.sharesLanguage(articles[first], articles[second])
    else { return false }
    if sketches[first].count >= Self.leastSketch {
      let estimate = WordShingles.containment(of: sketches[first], in: sketches[second])
      if articles.count > Self.exhaustiveCount { return estimate >= RelationRule.repostContainment }
      if estimate < RelationRule.repostContainment / 2 { return false }
    }
    return WordShingles.containment(of: articles[first].shingles, in: articles[second].shingles)
      >= RelationRule.repostContainment
  }
}

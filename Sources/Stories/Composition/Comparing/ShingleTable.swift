/// The shingles of a story's articles, as each pair is compared.
///
/// One of eight shingles is compared first (the mod sketch of Broder 1997, §4). Of eight hundred
/// that leaves a hundred, by which a containment is off by .05: only from half of what a repost
/// needs is the whole compared. Beyond forty articles, whose pairs are many, an article is compared
/// with those alone that share most of its sketch, and the sketch decides where it has 50 shingles
/// or more.
struct ShingleTable {
  /// The articles that an article is compared with beyond forty: one text has one original, and a
  /// few that quote most of it.
  private static let mostCandidates = 8
  /// The sketch decides only with so many shingles.
  private static let leastSketch = 50

  private let articles: [ReadArticle]
  private let sketches: [[UInt64]]
  private let index: MarkIndex?

  /// Prepares the comparison of a story's articles.
  init(_ articles: [ReadArticle]) {
    self.init(
      articles: articles,
      sketches: articles.map { article in article.shingles.filter { $0 & 7 == 0 } })
  }

  private init(articles: [ReadArticle], sketches: [[UInt64]]) {
    self.articles = articles
    self.sketches = sketches
    index = articles.count > MarkIndex.exhaustiveCount ? MarkIndex(sketches) : nil
  }

  /// The same table in another order.
  func reordered(_ order: [Int]) -> ShingleTable {
    ShingleTable(articles: order.map { articles[$0] }, sketches: order.map { sketches[$0] })
  }

  /// Whether an article says nothing but the text of another one.
  ///
  /// - Parameters:
  ///   - first: The article.
  ///   - isOther: Whether an article is one that it may have its text from.
  /// - Returns: Whether there is such a one.
  func isRepost(_ first: Int, ofAnyWhere isOther: (Int) -> Bool) -> Bool {
    guard let index else {
      return articles.indices.contains { $0 != first && isOther($0) && isRepost(first, of: $0) }
    }
    return index.sharers(
      of: sketches[first], most: Self.mostCandidates, where: { $0 != first && isOther($0) }
    ).contains { isRepost(first, of: $0) }
  }

  /// Whether the first article says nothing but the text of the second.
  func isRepost(_ first: Int, of second: Int) -> Bool {
    guard !articles[first].shingles.isEmpty,
      RelationRule.sharesLanguage(articles[first], articles[second])
    else { return false }
    if sketches[first].count >= Self.leastSketch {
      let estimate = WordShingles.containment(of: sketches[first], in: sketches[second])
      if index != nil { return estimate >= RelationRule.repostContainment }
      if estimate < RelationRule.repostContainment / 2 { return false }
    }
    return WordShingles.containment(of: articles[first].shingles, in: articles[second].shingles)
      >= RelationRule.repostContainment
  }
}

/// Finds the articles of a story that tell another one's report in other words.
struct RetellingTable {
  /// An article is compared with so many others at most, those that hold most of its names.
  private static let mostCandidates = 3
  /// The share of its names that another one holds whose sentences it is compared with.
  private static let candidateShare = 0.4

  /// An article of fewer names is compared by all its words.
  private static let fewestNames = 6

  /// Those whose words are looked at beyond forty articles: what most share is said by all.
  private static let mostSharers = 16

  let articles: [ReadArticle]
  let weights: WordWeights
  private let index: MarkIndex?

  /// Prepares the comparison of a story's articles.
  ///
  /// - Complexity: O(*n* log *n*) in the length of their texts.
  init(articles: [ReadArticle], weights: WordWeights) {
    self.articles = articles
    self.weights = weights
    index =
      articles.count > MarkIndex.exhaustiveCount ? MarkIndex(articles.map(\.vocabulary)) : nil
  }

  /// The articles that an article may be a rewrite of, the likeliest first.
  ///
  /// - Parameters:
  ///   - index: The article.
  ///   - isOther: Whether an article is one that it may be made from.
  /// - Returns: Three at most.
  func candidates(of index: Int, where isOther: (Int) -> Bool) -> [Int] {
    let hasNames = articles[index].names.count >= Self.fewestNames
    let own = hasNames ? articles[index].names : articles[index].vocabulary
    func isWanted(_ other: Int) -> Bool {
      other != index && isOther(other)
        && RelationRule.sharesLanguage(articles[index], articles[other])
    }
    let others =
      self.index?.sharers(of: own, most: Self.mostSharers, where: isWanted)
      ?? articles.indices.filter(isWanted)
    let shares = others.compactMap { other -> (index: Int, share: Double)? in
      let share = WordShingles.containment(of: own, in: articles[other].vocabulary)
      return share >= Self.candidateShare ? (other, share) : nil
    }
    return shares.sorted { ($1.share, $0.index) < ($0.share, $1.index) }
      .prefix(Self.mostCandidates).map(\.index)
  }

  /// Whether an article retells another one.
  func isRetold(_ index: Int, from other: Int) -> Bool {
    Retelling(of: articles[index], from: articles[other]).isRewrite
  }
}

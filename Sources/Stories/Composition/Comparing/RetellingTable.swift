/// Finds the articles of a story that tell another one's report in other words.
struct RetellingTable {
  /// An article is compared with so many others at most, those that hold most of its names.
  private static let mostCandidates = 3
  /// The share of its names that another one holds whose sentences it is compared with.
  private static let candidateShare = 0.5

  let articles: [ReadArticle]
  let weights: WordWeights

  /// The articles that an article may be a rewrite of, the likeliest first.
  ///
  /// - Complexity: O(*m* *n*) in their number and length.
  func candidates(of index: Int, among others: some Sequence<Int>) -> [Int] {
    let hasNames = articles[index].names.count >= Retelling.fewestNames
    let own = hasNames ? articles[index].names : articles[index].vocabulary
    let shares = others.compactMap { other -> (index: Int, share: Double)? in
      guard other != index, RelationRule.sharesLanguage(articles[index], articles[other]) else {
        return nil
      }
      let share = WordShingles.containment(of: own, in: articles[other].vocabulary)
      return share >= Self.candidateShare ? (other, share) : nil
    }
    return shares.sorted { ($1.share, $0.index) < ($0.share, $1.index) }
      .prefix(Self.mostCandidates).map(\.index)
  }

  /// What another article says.
  func said(by index: Int) -> SaidSentences {
    var said = SaidSentences(weights: weights)
    said.add(articles[index].sentences)
    return said
  }

  /// Whether an article retells another one.
  func isRetold(_ index: Int, from other: Int) -> Bool {
    var said = said(by: other)
    return isRetold(index, from: other, said: &said)
  }

  /// Whether an article retells another one that says `said`.
  func isRetold(_ index: Int, from other: Int, said: inout SaidSentences) -> Bool {
    Retelling(of: articles[index], from: articles[other], said: &said, weights: weights).isRewrite
  }
}

/// The centrality of each article to its story: how much of what one opens with the others say, and
/// the other way round.
///
/// The mean over the other articles, by the weight of words, of the share of its opening that they
/// hold and of the share of their openings that it holds. A piece that only comes to speak of the
/// event opens with what nobody else says.
struct Centrality {
  /// From 0 to 1, by article.
  let values: [Double]

  /// The sentences of the body that open it, beside the title: where reports say who, what and
  /// where.
  private static let opening = 3

  /// Compares articles of one story.
  ///
  /// - Complexity: O(*n*) in the length of the texts: what is summed is summed by words.
  init(_ articles: [ReadArticle], weights: WordWeights) {
    guard articles.count > 1 else {
      values = articles.map { _ in 1 }
      return
    }
    let openings = articles.map(Self.opening(of:))
    let vocabularies = articles.map(\.vocabulary)
    var counts: [UInt64: Double] = [:]
    for vocabulary in vocabularies { for stem in vocabulary { counts[stem, default: 0] += 1 } }
    // What share of the openings a word makes up, summed over the openings.
    var shares: [UInt64: Double] = [:]
    let totals = openings.map { weights.weight($0) }
    for (opening, total) in zip(openings, totals) where total > 0 {
      for stem in opening { shares[stem, default: 0] += weights.weight(stem) / total }
    }
    let others = Double(articles.count - 1)
    values = articles.indices.map { index in
      guard totals[index] > 0 else { return 0 }
      var (held, holding) = (0.0, 0.0)
      for stem in openings[index] {
        held += weights.weight(stem) * ((counts[stem] ?? 1) - 1) / others
      }
      for stem in vocabularies[index] { holding += shares[stem] ?? 0 }
      // What it holds of its own opening is all of it.
      return (held / totals[index] + (holding - 1) / others) / 2
    }
  }

  private static func opening(of article: ReadArticle) -> [UInt64] {
    let sentences =
      article.title + (article.body.isEmpty ? article.summary : article.body).prefix(opening)
    return unique(sentences.flatMap(\.stems).sorted())
  }
}

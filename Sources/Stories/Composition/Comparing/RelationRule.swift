import NewsModel

/// Says how an article relates to the canonical one.
///
/// - A **repost** says nothing but the canonical text: its four-word shingles are contained in the
///   canonical article's (Broder 1997), up to the outlet's trimmings.
/// - A **rewrite** tells the same report in other words: of the weight of its sentences, little is
///   not said by a sentence of the canonical article.
/// - What is left is **independent**: it brings material of its own.
///
/// An article in another language cannot be compared by words; it counts as independent.
enum RelationRule {
  /// The containment from which an article is a repost.
  ///
  /// On mix-dev 99 of 100 reposts of five kinds (same, retitled, edited lightly or more, cut) have
  /// .88 and more in the best of their story's natural articles; of natural articles and rewrites
  /// 95 of 100 have .51 and less, and those above .75 are wire copies that nobody labelled.
  static let repostContainment = 0.75
  /// The share of unsaid sentences up to which an article is a rewrite.
  ///
  /// On mix-dev half of the neutral machine rewrites have .28 and less and nine in ten natural
  /// articles .31 and more, against the closest article of their story. Above it an article counts
  /// as independent, which shows it and its additions to a reader: the safer mistake.
  static let rewriteNews = 0.35

  /// Judges one article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - canonical: The canonical article of its story.
  ///   - said: What the canonical article says.
  ///   - weights: The weights of the story's words.
  /// - Returns: Its relation.
  static func relation(
    of article: ReadArticle, to canonical: ReadArticle, said: inout SaidSentences,
    weights: WordWeights
  ) -> Relation {
    if article.article.id == canonical.article.id { return .canonical }
    guard sharesLanguage(article, canonical) else { return .independent }
    if isRepost(article, of: canonical) { return .repost }
    return unsaidShare(of: article, said: &said, weights: weights) <= rewriteNews
      ? .rewrite : .independent
  }

  /// Whether the one says nothing but the text of the other.
  static func isRepost(_ article: ReadArticle, of other: ReadArticle) -> Bool {
    if let original = article.article.originalURL, original == other.article.url { return true }
    guard !article.shingles.isEmpty else { return isSameHeadline(article, other) }
    return WordShingles.containment(of: article.shingles, in: other.shingles) >= repostContainment
  }

  /// Whether two articles can be compared by their words.
  static func sharesLanguage(_ first: ReadArticle, _ second: ReadArticle) -> Bool {
    let (one, two) = (first.primaryLanguage, second.primaryLanguage)
    return one == two || one.isEmpty || two.isEmpty
  }

  /// The share, by weight, of an article's sentences that nothing said says.
  static func unsaidShare(
    of article: ReadArticle, said: inout SaidSentences, weights: WordWeights
  ) -> Double {
    var (total, unsaid) = (0.0, 0.0)
    for sentence in article.body.isEmpty ? article.title : article.body {
      let weight = weights.weight(sentence.stems)
      total += weight
      if said.said(sentence.stems).share < SaidSentences.threshold { unsaid += weight }
    }
    return total > 0 ? unsaid / total : 0
  }

  private static func isSameHeadline(_ first: ReadArticle, _ second: ReadArticle) -> Bool {
    first.title.flatMap(\.stems) == second.title.flatMap(\.stems)
  }
}

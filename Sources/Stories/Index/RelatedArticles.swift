/// Tells whether one of some articles has a kept score with another article, without grouping
/// anything.
///
/// An article without a kept score with any article of an index changes nothing when it is added
/// there. So archived articles need not be taken back to know that a late article is not related to
/// them.
public struct RelatedArticles: Sendable {
  private let articles: [PreparedArticle]
  private let scorer: PairScorer
  private var candidates: CandidateIndex
  private var tally = SlotTally()

  /// Makes it from some articles.
  public init(
    _ articles: [PreparedArticle], configuration: StoryConfiguration = StoryConfiguration()
  ) {
    self.articles = articles
    scorer = PairScorer(model: configuration.model)
    candidates = CandidateIndex(configuration)
    for (slot, article) in articles.enumerated() {
      candidates.insert(article, slot: Int32(slot))
    }
  }

  /// Whether one of them has a kept score with an article.
  ///
  /// - Complexity: O(*c*) in the article's candidates among them.
  public mutating func isOne(relatedTo article: PreparedArticle) -> Bool {
    var probe = PairProbe(article, scorer: scorer)
    return candidates.slots(sharing: article, tally: &tally).contains { slot in
      let other = articles[Int(slot)]
      return probe.keptScore(other.time, other.features) != nil
    }
  }
}

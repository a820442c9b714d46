@testable import Stories

/// Articles of which nothing is known but their times and the scores between them.
struct ScoredArticles {
  /// The days on which they were published; nil for one that states no date.
  var days: [Double?]
  /// The scores of the texts before the limit, by the places of two articles.
  var texts: [[Int]: Double]
  /// Those that a pin keeps apart from any.
  var separate: Set<Int> = []

  var times: [PublicationTime] {
    days.map {
      PublicationTime(
        milliseconds: Int64(($0 ?? 0) * Double(PublicationTime.day)), isEvidence: $0 != nil)
    }
  }

  /// Long articles of one language.
  var grouped: [GroupedArticle] { times.map { GroupedArticle(time: $0) } }

  /// The scores that would be kept.
  var links: [ComponentLink] {
    let scorer = PairScorer(model: .shipped)
    return texts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, text in
      let (one, other) = (times[pair[0]], times[pair[1]])
      let score = PairScore(
        text: LogOdds(scorer.held(text)),
        time: LogOdds(scorer.timeTerm(one, other)),
        isDated: one.isEvidence && other.isEvidence, isReprint: text >= MergeModel.shipped.reprint)
      guard score.total > MergeModel.shipped.absent else { return nil }
      return ComponentLink(first: pair[0], second: pair[1], score: score)
    }
  }

  var reprints: Reprints {
    Reprints(articles: grouped, scores: links, separate: separate, model: .shipped)
  }

  var groups: [[Int]] {
    var division = AverageLink(
      articles: grouped, scores: links, separate: separate, model: .shipped)
    return division.groups()
  }
}

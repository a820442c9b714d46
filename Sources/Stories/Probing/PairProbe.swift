/// One article that is compared with many others.
///
/// A score that is to be kept only if it is above `MergeModel.absent` is made only as far as it
/// takes to see that it is not: after the lead and the body of the other article, not even the most
/// that the rest could add may bring it there. The scores that are kept are those of
/// `PairScorer.score`, bit for bit.
struct PairProbe {
  private let scorer: PairScorer
  private let time: PublicationTime
  private let features: ArticleFeatures
  private let terms: TermProbe
  /// The weight in the opening of its terms up to each static weight, which is in twentieths.
  private let openingWeights: [Int]
  private var passages: PassageProbe?
  private var opening: SharedThings.Opening?

  init(_ article: PreparedArticle, scorer: PairScorer) {
    self.scorer = scorer
    time = article.time
    features = article.features
    terms = TermProbe(article.features)
    var openingWeights = [Int](repeating: 0, count: Int(UInt8.max) + 1)
    for term in article.features.weights {
      openingWeights[Int(term.weight)] += Int(term.opening)
    }
    for weight in openingWeights.indices.dropFirst() {
      openingWeights[weight] += openingWeights[weight - 1]
    }
    self.openingWeights = openingWeights
  }

  /// The score with another article; nil if it is not to be kept.
  ///
  /// - Complexity: O(*n*) in the distinct terms of the other.
  mutating func keptScore(_ otherTime: PublicationTime, _ other: ArticleFeatures) -> PairScore? {
    if other.language != features.language {
      return kept(PairFeatures(acrossLanguages: features, other), otherTime)
    }
    if NoticeSlots.differ(features, other) { return nil }
    if let rest = withoutPassages(other) {
      return kept(rest.features, otherTime).flatMap { _ in
        kept(doubted(rest, otherTime), otherTime)
      }
    }
    var sums = SharedTerms()
    terms.add(0..<other.leadAndBodyCount, of: other, to: &sums)
    let light = openingWeights[Int(other.othersWeight)]
    let most = PairFeatures(
      leadAndBodySums: sums, light: light, features, other, weights: scorer.model.weights)
    // Two millionths for what the rounding of its two parts may add to a score, and to these sums.
    let bound =
      scorer.held(scorer.sum(most)) + scorer.timeTerm(time, otherTime) + 0.000_002
    if bound * 1_000_000 <= Double(scorer.model.absent.millionths) { return nil }
    terms.add(other.leadAndBodyCount..<other.keys.count, of: other, to: &sums)
    let whole = PairFeatures(sums, features, other)
    guard kept(whole, otherTime) != nil else { return nil }
    if let rest = withoutStrangePassages(other, whole) {
      return kept(rest.features, otherTime).flatMap { _ in
        kept(doubted(rest, otherTime), otherTime)
      }
    }
    return kept(doubted(whole, other, otherTime), otherTime)
  }

  /// The features that the texts share, without passages that one outlet repeats under its articles
  /// or that are about neither.
  mutating func features(_ other: PreparedArticle) -> PairFeatures {
    if other.features.language != features.language {
      return PairFeatures(acrossLanguages: features, other.features)
    }
    var common = inOneLanguage(other)
    if NoticeSlots.differ(features, other.features) { common.addOtherNotice() }
    return common
  }

  private mutating func inOneLanguage(_ other: PreparedArticle) -> PairFeatures {
    if let rest = withoutPassages(other.features) {
      return kept(rest.features, other.time) == nil ? rest.features : doubted(rest, other.time)
    }
    var sums = SharedTerms()
    terms.add(other.features.keys.indices, of: other.features, to: &sums)
    let whole = PairFeatures(sums, features, other.features)
    // A score that is not kept even with them stays as it is: no two ways of scoring a pair.
    guard kept(whole, other.time) != nil else { return whole }
    if let rest = withoutStrangePassages(other.features, whole) {
      return kept(rest.features, other.time) == nil ? rest.features : doubted(rest, other.time)
    }
    return doubted(whole, other.features, other.time)
  }

  /// The features that two whole texts share, and what makes them doubtful.
  private mutating func doubted(
    _ whole: PairFeatures, _ other: ArticleFeatures, _ otherTime: PublicationTime
  ) -> PairFeatures {
    let own = opening ?? SharedThings.Opening(features, year: time.year)
    opening = own
    var doubted = whole
    doubted.addDoubts(
      SharedThings(own, SharedThings.Opening(other, year: otherTime.year)), features, other)
    return doubted
  }

  /// The same of two texts of which passages are left out.
  private func doubted(_ rest: Rest, _ otherTime: PublicationTime) -> PairFeatures {
    var doubted = rest.features
    doubted.addDoubts(
      SharedThings(
        SharedThings.Opening(rest.one, year: time.year),
        SharedThings.Opening(rest.other, year: otherTime.year)), rest.one, rest.other)
    return doubted
  }

  /// Two articles without passages, and what they have in common then.
  private struct Rest {
    var one: ArticleFeatures
    var other: ArticleFeatures
    var features: PairFeatures
  }

  private func kept(_ features: PairFeatures, _ otherTime: PublicationTime) -> PairScore? {
    let score = scorer.score(features, time, otherTime)
    return score.total > scorer.model.absent ? score : nil
  }

  /// The texts without the passages of their outlet, and what they share then; nil if it repeats
  /// none in them.
  private mutating func withoutPassages(_ other: ArticleFeatures) -> Rest? {
    guard isOfOneOutlet(other) else { return nil }
    let shared = sharedPassages(other)
    return shared.hasPassages ? rest(other, without: shared) : nil
  }

  /// The texts without passages of two outlets that are about neither article, and what they share
  /// then; nil if there are none. `whole` is what they share with these passages.
  private mutating func withoutStrangePassages(
    _ other: ArticleFeatures, _ whole: PairFeatures
  ) -> Rest? {
    // Texts that say half of each other's titles are about one thing, whatever else they share;
    // most kept scores end here.
    guard !isOfOneOutlet(other), whole.values[2] < 0.5 else { return nil }
    let shared = sharedPassages(other)
    guard shared.hasPassages, !shared.areAbout(features, other) else { return nil }
    return rest(other, without: shared)
  }

  private func rest(_ other: ArticleFeatures, without shared: SharedPassages) -> Rest {
    let (one, another) = shared.without(features, other)
    return Rest(one: one, other: another, features: PairFeatures(one, another))
  }

  private func isOfOneOutlet(_ other: ArticleFeatures) -> Bool {
    features.outlet == other.outlet && features.outlet != 0
  }

  private mutating func sharedPassages(_ other: ArticleFeatures) -> SharedPassages {
    let probe = passages ?? PassageProbe(features)
    passages = probe
    return SharedPassages(features, other, probe: probe)
  }
}

/// Scores pairs of articles; a function of the two alone.
struct PairScorer: Sendable {
  /// The weights.
  var model: MergeModel

  /// The score of two articles, the same whichever comes first.
  func score(_ first: PreparedArticle, _ second: PreparedArticle) -> PairScore {
    let features = features(first, second)
    return score(features, first.time, second.time)
  }

  /// The score of two articles whose texts were compared.
  func score(_ features: PairFeatures, _ first: PublicationTime, _ second: PublicationTime)
    -> PairScore
  {
    let text = sum(features)
    return PairScore(
      text: LogOdds(held(text)),
      time: LogOdds(
        timeTerm(first, second, isAcrossLanguages: features.isAcrossLanguages)),
      // Across languages each pair keeps its own time: how far two groups are apart has been
      // measured in one language only.
      isDated: first.isEvidence && second.isEvidence && !features.isAcrossLanguages,
      isReprint: text >= model.reprint && !features.isAcrossLanguages)
  }

  /// The features that two texts share, without the passages that one outlet repeats under its
  /// articles.
  func features(_ first: PreparedArticle, _ second: PreparedArticle) -> PairFeatures {
    var probe = PairProbe(first, scorer: self)
    return probe.features(second)
  }

  /// The weights of what two texts have in common.
  func weights(_ features: PairFeatures) -> SIMD16<Double> {
    features.isAcrossLanguages ? model.weightsAcrossLanguages : model.weights
  }

  /// The sum of the text's evidence, in the order of the names.
  func sum(_ features: PairFeatures) -> Double {
    let weights = weights(features)
    var sum = 0.0
    for index in EvidenceName.weighed.indices {
      sum += weights[index] * features.values[index]
    }
    return sum
  }

  /// The named terms of a score; they add up to it.
  func terms(_ first: PreparedArticle, _ second: PreparedArticle) -> [EvidenceTerm] {
    let features = features(first, second)
    let weights = weights(features)
    var terms: [EvidenceTerm] = []
    for (index, name) in EvidenceName.weighed.enumerated() where weights[index] != 0 {
      // Few pairs are doubtful, and of the others there is nothing to tell.
      if EvidenceName.doubts.contains(name), features.values[index] == 0 { continue }
      terms.append(
        EvidenceTerm(
          name: name, value: features.values[index],
          contribution: weights[index] * features.values[index]))
    }
    let text = sum(features)
    if held(text) != text {
      terms.append(EvidenceTerm(name: .limit, value: text, contribution: held(text) - text))
    }
    let days = first.time.days(from: second.time)
    terms.append(
      EvidenceTerm(
        name: .time, value: first.time.isEvidence && second.time.isEvidence ? days : -1,
        contribution: timeTerm(
          first.time, second.time, isAcrossLanguages: features.isAcrossLanguages)))
    return terms
  }

  /// The time term of two articles.
  ///
  /// Across languages nearness never helps more than a missing date: nobody has measured it there.
  func timeTerm(
    _ first: PublicationTime, _ second: PublicationTime, isAcrossLanguages: Bool = false
  ) -> Double {
    guard first.isEvidence, second.isEvidence else { return model.timeMissing }
    let term = model.timeTerm(days: first.days(from: second))
    return isAcrossLanguages ? min(model.timeMissing, term) : term
  }

  /// A sum held within the limit.
  func held(_ sum: Double) -> Double { max(-model.limit, min(model.limit, sum)) }
}

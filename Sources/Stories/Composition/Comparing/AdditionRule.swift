/// Chooses the sentences that the other sources add, in the order of how much each adds.
///
/// A sentence is an addition if no said sentence holds half of its weight (`SaidSentences.threshold`), it can be quoted
/// (`Quotable`), and it is within the limit. The one that brings the greatest weight of new words for its length goes
/// first, and is said from then on: no source repeats another, nor itself.
struct AdditionRule {
  let weights: WordWeights
  let limit: QuotationLimit

  /// The least weight of new words, in words that one sentence of the story alone has: three.
  ///
  /// A sentence with fewer says what is said with other verbs; of two new words one is often a spelling (Kiev, Kyiv).
  static let leastNews = 3.0

  /// A name that is new weighs half as much again: who and where is what a reader asks of another source.
  static let nameFactor = 1.5
  /// So does a sentence with a figure of a concept (killed, injured).
  static let figureFactor = 1.5
  /// A sentence that goes on from one that is new too goes behind the one that opens the matter.
  static let continuationFactor = 0.75
  /// A neighbour of a sentence that was chosen tells the same matter on: other matters go first.
  static let neighbourFactor = 0.6

  /// What the last sentence of an article loses against the first: reports tell the more important thing earlier.
  static let lateLoss = 0.25

  private struct Candidate {
    var sentence: ReadSentence
    var text: String
    /// Its place among the article's sentences.
    var place: Int
    var standing: Double
    /// What it adds, or added when less was said.
    var worth = Double.infinity
    /// The stems of its names.
    var names: [UInt64]
  }

  /// What one article adds.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - figures: Its figures.
  ///   - said: What the entry says so far; what is chosen is said afterwards.
  /// - Returns: Sentences of the article word for word, the most telling first.
  func additions(
    of article: ReadArticle, figures: [StatedFigure], said: inout SaidSentences
  ) -> [String] {
    guard limit.sentences > 0 else { return [] }
    var candidates = candidates(of: article, figures: figures, said: &said)
    var chosen: [String] = []
    while chosen.count < limit.sentences, let winner = best(of: &candidates, said: &said) {
      chosen.append(winner.text)
      said.add([winner.sentence])
      for index in candidates.indices where abs(candidates[index].place - winner.place) <= 2 {
        candidates[index].standing *= Self.neighbourFactor
      }
    }
    return chosen
  }

  /// Takes out the candidate of the greatest worth, the first of equals: an article tells the more important thing earlier.
  ///
  /// What is said only ever grows, so a worth only ever falls: one that was computed before is an upper bound, and most
  /// need not be computed again (Minoux 1978, accelerated greedy).
  private func best(of candidates: inout [Candidate], said: inout SaidSentences) -> Candidate? {
    var isFresh = [Bool](repeating: false, count: candidates.count)
    while true {
      var best = -1
      for index in candidates.indices
      where best < 0 || candidates[index].worth > candidates[best].worth { best = index }
      guard best >= 0, candidates[best].worth > 0 else { return nil }
      if isFresh[best] { return candidates.remove(at: best) }
      candidates[best].worth = worth(of: candidates[best], said: &said)
      isFresh[best] = true
    }
  }

  private func candidates(
    of article: ReadArticle, figures: [StatedFigure], said: inout SaidSentences
  ) -> [Candidate] {
    let counted = figures.filter { $0.concept != nil }.map(\.sentence.stems)
    let sentences = article.body.isEmpty ? article.summary : article.body
    var candidates: [Candidate] = []
    var isGoingOn = false
    for (place, sentence) in sentences.enumerated() {
      guard said.said(sentence.stems).share < SaidSentences.threshold else {
        isGoingOn = false
        continue
      }
      let isContinuation = isGoingOn
      isGoingOn = true
      guard let text = Quotable.text(of: sentence, in: article, longest: limit.characters) else {
        continue
      }
      var standing = Quotable.standing(of: sentence, in: article)
      standing *= 1 - Self.lateLoss * Double(place) / Double(sentences.count)
      if isContinuation { standing *= Self.continuationFactor }
      if counted.contains(sentence.stems) { standing *= Self.figureFactor }
      let names = article.words(sentence).dropFirst().filter(\.isCapitalised).map(\.stem)
      candidates.append(
        Candidate(sentence: sentence, text: text, place: place, standing: standing, names: names))
    }
    return candidates
  }

  /// What a sentence adds to what is said; 0 if it is said, or brings too little.
  ///
  /// The weight of its new words, over the root of its whole weight: between the sum, which the longest sentence wins, and the
  /// mean, which the shortest does.
  private func worth(of candidate: Candidate, said: inout SaidSentences) -> Double {
    let stems = candidate.sentence.stems
    let answer = said.said(stems)
    guard answer.share < SaidSentences.threshold, answer.news >= Self.leastNews * weights.rarest
    else { return 0 }
    let names = candidate.names.filter { said.isNew($0) }
    let news = answer.news + (Self.nameFactor - 1) * weights.weight(names)
    return news / weights.weight(stems).squareRoot() * candidate.standing
  }
}

internal import HeapModule

/// Chooses the sentences that the other sources add, in the order of how much each adds.
///
/// A sentence is an addition if no said sentence holds half of its weight
/// (`SaidSentences.threshold`), it can be quoted (`Quotable`), and it is within the limit. The one
/// that brings the greatest weight of new words for its length goes first, and is said from then
/// on: no source repeats another, nor itself.
struct AdditionRule {
  let weights: WordWeights
  let limit: QuotationLimit

  /// The least weight of new words, in words that one sentence of the story alone has: three.
  ///
  /// A sentence with fewer says what is said with other verbs; of two new words one is often a
  /// spelling (Kiev, Kyiv).
  static let leastNews = 3.0

  /// A name that is new weighs half as much again: who and where is what a reader asks of another
  /// source.
  static let nameFactor = 1.5
  /// So does a sentence with a figure of a concept (killed, injured).
  static let figureFactor = 1.5
  /// A sentence that goes on from one that is new too goes behind the one that opens the matter.
  static let continuationFactor = 0.75
  /// A neighbour of a sentence that was chosen tells the same matter on: other matters go first.
  static let neighbourFactor = 0.6

  /// The loss of the last sentence of an article against the first: reports tell the more important
  /// thing earlier.
  static let lateLoss = 0.25

  private struct Candidate {
    var sentence: ReadSentence
    var text: String
    /// Its place among the article's sentences.
    var place: Int
    var standing: Double
    /// The stems of its names.
    var names: [UInt64]
  }

  /// Finds what one article adds.
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
    var queue = Heap(candidates.indices.map { Bound(candidate: $0, worth: .infinity, round: -1) })
    var chosen: [String] = []
    while chosen.count < limit.sentences,
      let index = best(of: &queue, candidates, round: chosen.count, said: &said)
    {
      let winner = candidates[index]
      chosen.append(winner.text)
      said.add([winner.sentence])
      // Candidates stand in the order of their places.
      for near in max(0, index - 2)...min(candidates.count - 1, index + 2)
      where abs(candidates[near].place - winner.place) <= 2 {
        candidates[near].standing *= Self.neighbourFactor
      }
    }
    return chosen
  }

  /// The worth of a candidate at most: what it was worth in an earlier round.
  private struct Bound: Comparable {
    var candidate: Int
    var worth: Double
    var round: Int

    /// The greatest is the one of the greatest worth, the first of equals.
    static func < (one: Bound, two: Bound) -> Bool {
      (one.worth, -one.candidate, one.round) < (two.worth, -two.candidate, two.round)
    }
  }

  /// Takes out the candidate of the greatest worth, the first of equals: an article tells the more
  /// important thing earlier.
  ///
  /// All that is said only ever grows, so a worth only ever falls: one that was computed before is
  /// an upper bound, and most need not be computed again (Minoux 1978, accelerated greedy).
  private func best(
    of queue: inout Heap<Bound>, _ candidates: [Candidate], round: Int, said: inout SaidSentences
  ) -> Int? {
    while var bound = queue.popMax(), bound.worth > 0 {
      if bound.round == round { return bound.candidate }
      bound.worth = worth(of: candidates[bound.candidate], said: &said)
      bound.round = round
      queue.insert(bound)
    }
    return nil
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

  /// The news that a sentence adds to what is said; 0 if it is said, or brings too little.
  ///
  /// The weight of its new words, over the root of its whole weight: between the sum, which the
  /// longest sentence wins, and the mean, which the shortest does.
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

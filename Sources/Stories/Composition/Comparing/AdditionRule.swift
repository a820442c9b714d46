internal import HeapModule
import NewsModel

/// Chooses the sentences that the other sources add, in the order of how much each adds.
///
/// A sentence is an addition if no said sentence holds half of its weight
/// (`SaidSentences.threshold`), it can be quoted (`Quotable`) and stands alone (`SelfContainment`),
/// it is about the story (`StoryAnchors`), and it is within the limit. The one that brings the
/// greatest weight of new words for its length goes first, and is said from then on: no source
/// repeats another, nor itself.
struct AdditionRule {
  let weights: WordWeights
  let anchors: StoryAnchors
  let limit: QuotationLimit

  /// The least weight of new words, in words that one sentence of the story alone has: three.
  ///
  /// A sentence with fewer says what is said with other verbs; of two new words one is often a
  /// spelling (Kiev, Kyiv).
  static let leastNews = 3.0
  /// More new words than this, in words that one sentence alone has, count for no more: lists of
  /// names are long, not telling.
  static let mostNews = 8.0
  /// The least worth of a sentence, in the root of the weight of such a word. Below it lie asides
  /// and restated leads.
  static let leastWorth = 0.3

  /// A name that is new weighs half as much again: who and where is what a reader asks of another
  /// source.
  static let nameFactor = 1.5
  /// A sentence with a figure of a concept (killed, injured) weighs three times as much: the toll
  /// of an event goes before who condemned it, also where it is told in other words than the event.
  static let figureFactor = 3.0
  /// And it is about the story, unless the passage is not, by whatever words it is told.
  static let relevanceOfFigures = 0.6
  /// A sentence without a new name, a new number or a quotation is comment more often than news.
  static let vagueFactor = 0.6
  /// A sentence that goes on from one that is new too goes behind the one that opens the matter.
  static let continuationFactor = 0.85
  /// A neighbour of a sentence that was chosen tells the same matter on: other matters go first.
  static let neighbourFactor = 0.6

  /// The loss of the last sentence of an article against the first: reports tell the more important
  /// thing earlier.
  static let lateLoss = 0.25

  /// The opening of an article tells the event again: of its sentences less may be said, and they
  /// have to bring a name or number.
  static let openingCount = 2
  static let openingThreshold = 0.35

  /// A sentence that was chosen, whose it is, and what it is worth.
  struct Addition {
    var source: Int
    var text: String
    var worth: Double
  }

  /// The paragraphs of an article that are of the story: all, unless it is a round-up.
  private struct Passage {
    private var paragraphs: Set<Int>?
    /// The degree to which each of its sentences is about the story, at least.
    private(set) var leastRelevance = 0.0

    /// A text of this many sentences of which less than this share leads to the story tells of
    /// other events too.
    private static let (fewest, least) = (8, 0.25)
    /// Of a text of which so much leads to the story the rest is about it too, in other words; such
    /// a sentence goes behind those that name what the story is about.
    private static let (most, relevanceOfRest) = (0.3, 0.3)

    init(of article: ReadArticle, _ sentences: [ReadSentence], anchors: StoryAnchors) {
      let leading = sentences.filter { anchors.areTouched(by: $0.stems) }
      let isMixed =
        sentences.count >= Self.fewest
        && Double(leading.count) < Self.least * Double(sentences.count)
      if isMixed || ReportKind.of(article.article)?.isRoundUp == true {
        paragraphs = Set(leading.map(\.paragraph))
      } else if Double(leading.count) >= Self.most * Double(sentences.count) {
        leastRelevance = Self.relevanceOfRest
      }
    }

    func holds(_ sentence: ReadSentence) -> Bool {
      paragraphs?.contains(sentence.paragraph) ?? true
    }
  }

  private struct Candidate {
    var sentence: ReadSentence
    var text: String
    /// Its place among the article's sentences.
    var place: Int
    var standing: Double
    /// The stems of its names.
    var names: [UInt64]
    /// Whether it quotes somebody.
    var isQuoting: Bool
    /// The stems of its numbers.
    var numbers: [UInt64]
  }

  /// Finds what the sources of a story add, by source, the most telling of each first, and at most
  /// so many in all.
  ///
  /// - Parameters:
  ///   - sources: The articles, the canonical one first.
  ///   - relations: How they relate: a repost adds nothing.
  ///   - figures: The figures of each.
  ///   - shown: The sentences that the entry shows elsewhere, by source.
  /// - Returns: Sentences of each source word for word; none of one in another language than the
  ///   canonical one.
  func additions(
    of sources: [ReadArticle], relations: [Relation], figures: [[StatedFigure]],
    shown: [Int: [ReadSentence]]
  ) -> [[String]] {
    guard let canonical = sources.first, limit.sentences > 0, limit.entry > 0 else {
      return sources.map { _ in [] }
    }
    var said = SaidSentences(weights: weights)
    said.add(canonical.sentences)
    for source in shown.keys.sorted() { said.add(shown[source] ?? []) }
    let outdated = OutdatedFigures(sources: sources, figures: figures)
    var chosen: [Addition] = []
    for index in StoryEnds.of(Array(sources.indices.dropFirst())) {
      guard relations[index] == .rewrite || relations[index] == .independent,
        RelationRule.sharesLanguage(sources[index], canonical)
      else { continue }
      let candidates = candidates(
        of: sources[index], beside: canonical, figures: figures[index],
        outdated: outdated.sentences(of: index), said: &said)
      chosen += choose(candidates, source: index, said: &said)
    }
    // The most telling of all, each source's in their order.
    let kept = chosen.enumerated()
      .sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
      .prefix(limit.entry).map(\.offset).sorted()
    var texts = sources.map { _ in [String]() }
    for place in kept { texts[chosen[place].source].append(chosen[place].text) }
    return texts
  }

  private func choose(
    _ candidates: [Candidate], source: Int, said: inout SaidSentences
  ) -> [Addition] {
    var candidates = candidates
    var queue = Heap(candidates.indices.map { Bound(candidate: $0, worth: .infinity, round: -1) })
    var chosen: [Addition] = []
    while chosen.count < limit.sentences,
      let (index, worth) = best(of: &queue, candidates, round: chosen.count, said: &said)
    {
      let winner = candidates[index]
      chosen.append(Addition(source: source, text: winner.text, worth: worth))
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
  ) -> (index: Int, worth: Double)? {
    while var bound = queue.popMax(), bound.worth > 0 {
      if bound.round == round { return (bound.candidate, bound.worth) }
      bound.worth = worth(of: candidates[bound.candidate], said: &said)
      bound.round = round
      queue.insert(bound)
    }
    return nil
  }

  private func candidates(
    of article: ReadArticle, beside canonical: ReadArticle, figures: [StatedFigure],
    outdated: Set<ReadSentence.Place>, said: inout SaidSentences
  ) -> [Candidate] {
    let counted = Set(figures.filter { $0.concept != nil }.map(\.sentence.place))
    let sentences = article.body.isEmpty ? article.summary : article.body
    let containment = SelfContainment(article, beside: canonical)
    let passage = Passage(of: article, sentences, anchors: anchors)
    var candidates: [Candidate] = []
    var isGoingOn = false
    // The paragraph in which the article turned to another matter; nil while it is at the story.
    var turning: Int?
    for (place, sentence) in sentences.enumerated() {
      let bytes = article.bytes(sentence)[sentence.bytes]
      if LeaningWords.turns(bytes) {
        turning = sentence.paragraph
      } else if let turned = turning, sentence.paragraph != turned,
        anchors.leadsBack(sentence.stems)
      {
        turning = nil
      }
      let share = said.said(sentence.stems).share
      guard share < SaidSentences.threshold else {
        isGoingOn = false
        continue
      }
      let isContinuation = isGoingOn
      isGoingOn = true
      guard turning == nil, passage.holds(sentence),
        place >= Self.openingCount || share < Self.openingThreshold,
        !outdated.contains(sentence.place),
        let text = Quotable.text(of: sentence, in: article, longest: limit.characters)
      else { continue }
      var standing = containment.standing(of: sentence, at: place)
      let isCounting = counted.contains(sentence.place)
      standing *= max(
        anchors.relevance(of: sentence.stems),
        isCounting ? Self.relevanceOfFigures : passage.leastRelevance)
      guard standing > 0 else { continue }
      standing *= 1 - Self.lateLoss * Double(place) / Double(sentences.count)
      if isContinuation { standing *= Self.continuationFactor }
      if isCounting { standing *= Self.figureFactor }
      let words = article.words(sentence)
      candidates.append(
        Candidate(
          sentence: sentence, text: text, place: place, standing: standing,
          names: words.dropFirst().filter(\.isCapitalised).map(\.stem),
          isQuoting: !QuotedSpans.of(article.bytes(sentence), in: sentence.bytes).isEmpty,
          numbers: words.filter { $0.kind == .digits }.map(\.stem)))
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
    let rarest = weights.rarest
    guard answer.share < SaidSentences.threshold, answer.news >= Self.leastNews * rarest else {
      return 0
    }
    let names = candidate.names.filter { said.isNew($0) }
    let isSpecific = !names.isEmpty || candidate.numbers.contains { said.isNew($0) }
    if !isSpecific, candidate.place < Self.openingCount { return 0 }
    var standing = candidate.standing
    if !isSpecific, !candidate.isQuoting { standing *= Self.vagueFactor }
    let news = min(
      answer.news + (Self.nameFactor - 1) * weights.weight(names), Self.mostNews * rarest)
    let worth = news / weights.weight(stems).squareRoot() * standing
    return worth >= Self.leastWorth * rarest.squareRoot() ? worth : 0
  }
}

internal import Algorithms
import NewsModel

/// A measure of how much of one article another one tells in the same order, in other words.
///
/// Who rewrites a report, by machine or by hand, goes through it sentence by sentence: what is told
/// follows in the order of the original, runs of its words are left, and no name or figure is new.
/// Who reports for himself knows somebody else, opens elsewhere, or words all of it anew. So an
/// article is a rewrite if one passage of it, from near its beginning on, is such a telling, and
/// the passage is long enough to tell; what another report hangs behind it does not matter.
///
/// Each pair has weights of its own, so that a relation changes with no third article.
struct Retelling {
  // The numbers below were chosen on pairs of the labelled collections, once: 478 machine rewrites
  // of mix-dev with their originals against 5,900 pairs of natural reports of one event. What it
  // finds and what not: `RetellingReading` in Tests/Benchmarks/Composing.

  /// A sentence stands for a retelling by what of its weight is said beyond this share.
  private static let balance = 0.38
  /// The passage begins with one of so many first sentences: before it stands a lead of one's own.
  private static let openings = 4
  /// The share by which a sentence has a counterpart, for the order of what is told.
  private static let counterpart = 0.45

  /// The letters of the passage, at least: a hundred English words. Two reports of a hundred words
  /// tell the same facts because there are no others.
  private static let fewestLetters = 550
  /// The counterparts that follow in order, at least, and their share among all counterparts.
  private static let (fewestOrdered, orderedShare) = (6, 0.75)
  /// The names and figures of the passage, at least, and the share of them that may be new.
  private static let (fewestNames, mostNewNames) = (5, 0.12)
  /// The share of the passage, by weight, whose sentences are said.
  private static let leastSaid = 0.5
  /// The share of its runs of four words that the other one has: of reports that are independent
  /// .01 to .03 in the median, of rewrites .08 to .17.
  private static let leastRuns = 0.06
  /// The share of the article that the passage is, and below which more runs have to be shared: the
  /// rest of it tells something else, perhaps for itself.
  private static let (leastShare, wholeShare, leastRunsOfPart) = (0.33, 0.6, 0.15)

  /// The needs of a short text: nearly all of it is said, and one run of words in eight is left.
  private static let (closeShare, closeSaid) = (0.95, 0.85)
  private static let (fewestCloseOrdered, leastCloseRuns) = (4, 0.12)

  /// The letters of the passage.
  private(set) var letters = 0
  /// The share of the article's weight that the passage is.
  private(set) var share = 0.0
  /// The share of the passage's weight whose sentences are said.
  private(set) var saidShare = 0.0
  /// The counterparts of its sentences, and how many of them follow in the order of the other one.
  private(set) var (counterparts, ordered) = (0, 0)
  /// The names and figures of the passage, and the share of them that the other one lacks.
  private(set) var (names, newNames) = (0, 0.0)
  /// The share of its runs of four words that the other one has.
  private(set) var runs = 0.0

  /// Compares an article with another one.
  ///
  /// - Parameters:
  ///   - article: The article that may be a rewrite.
  ///   - other: The one that it may be made from.
  /// - Complexity: O(*n* log *n*) in the length of their texts.
  init(of article: ReadArticle, from other: ReadArticle) {
    let sentences = article.body
    guard !sentences.isEmpty else { return }
    let weights = WordWeights([article, other])
    var said = SaidSentences(weights: weights)
    said.add(other.body)
    let tellings = sentences.map { sentence in
      let answer = said.said(sentence.stems)
      return Telling(
        weight: weights.weight(sentence.stems), share: answer.share, place: answer.place)
    }
    let passage = Self.passage(of: tellings)
    let total = tellings.reduce(0) { $0 + $1.weight }
    let weight = tellings[passage].reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return }
    share = weight / total
    saidShare =
      tellings[passage].reduce(0) {
        $0 + ($1.share >= SaidSentences.threshold ? $1.weight : 0)
      } / weight
    let places = tellings[passage].filter { $0.share >= Self.counterpart }.map(\.place)
    counterparts = places.count
    ordered = Self.longestOrdered(places)
    let retold = Array(sentences[passage])
    letters = retold.reduce(0) { sum, sentence in
      article.words(sentence).reduce(sum) { $0 + $1.length }
    }
    let found = NameFinder.names(of: retold, in: article)
    names = found.count
    newNames =
      found.isEmpty ? 0 : 1 - WordShingles.containment(of: found, in: other.vocabulary)
    runs = WordShingles.containment(
      of: WordShingles.of(retold.map { Array(article.words($0)) }), in: other.shingles)
  }

  /// Whether it brings so little of its own that it is no source of its own.
  var isRewrite: Bool { isTelling || isCloseTelling }

  /// A text of half that length has to say it all, close by the words.
  private var isCloseTelling: Bool {
    letters >= Self.fewestLetters / 2 && share >= Self.closeShare && saidShare >= Self.closeSaid
      && ordered >= Self.fewestCloseOrdered
      && Double(ordered) >= Self.orderedShare * Double(counterparts)
      && names >= Self.fewestNames && newNames == 0 && runs >= Self.leastCloseRuns
  }

  private var isTelling: Bool {
    letters >= Self.fewestLetters && share >= Self.leastShare && saidShare >= Self.leastSaid
      && ordered >= Self.fewestOrdered
      && Double(ordered) >= Self.orderedShare * Double(counterparts)
      && names >= Self.fewestNames && newNames <= Self.mostNewNames
      && runs >= (share >= Self.wholeShare ? Self.leastRuns : Self.leastRunsOfPart)
  }

  /// A sentence as the other article tells it.
  private struct Telling {
    var weight: Double
    /// The share of it that is said.
    var share: Double
    /// The place in the other article where it is said.
    var place: Int
  }

  /// The run of sentences of which most beyond the balance is said, from one of the first on.
  private static func passage(of tellings: [Telling]) -> Range<Int> {
    var (best, passage) = (-Double.infinity, 0..<1)
    for start in 0..<min(openings, tellings.count) {
      var sum = 0.0
      for place in start..<tellings.count {
        sum += tellings[place].weight * (tellings[place].share - balance)
        if sum > best { (best, passage) = (sum, start..<(place + 1)) }
      }
    }
    return passage
  }

  /// The length of the longest run of places, not all neighbours, that never goes back (Schensted
  /// 1961, by patience sorting).
  static func longestOrdered(_ places: [Int]) -> Int {
    var ends: [Int] = []
    for place in places {
      let end = ends.partitioningIndex { $0 > place }
      if end == ends.count { ends.append(place) } else { ends[end] = place }
    }
    return ends.count
  }
}

internal import Algorithms
import NewsModel

/// The sentences that an entry says already, for comparison with further sentences.
///
/// An inverted index, so that a sentence is compared only with those that share a word with it.
struct SaidSentences {
  /// The share of its weight from which on a sentence counts as said.
  ///
  /// Half: what is shared outweighs what is not. With it, on mix-dev, of the weight of light
  /// reposts .03 is unsaid in the median, of neutral rewrites .28, of natural articles .87.
  static let threshold = 0.5

  /// The most pairs with a word; a more frequent word is not compared. It says next to nothing, and
  /// going through all of its pairs for each sentence would make time grow with the square of the
  /// text.
  ///
  /// 4,000 are 2,000 sentences with the word; the longest of the 2,301 articles of mix-dev has some
  /// 1,400 sentences in all.
  private static let mostPairs = 4_000

  private let weights: WordWeights
  /// The pairs of neighbouring sentences that have a word, ascending, by the number of the word.
  private var postings: [[Int32]]
  private var sentenceCount: Int32 = 0
  private var scores: [Double] = []
  private var touched: [Int32] = []

  /// Makes an empty index.
  init(weights: WordWeights) {
    self.weights = weights
    postings = [[Int32]](repeating: [], count: weights.count)
  }

  /// Adds the sentences of an article, in its order.
  ///
  /// Pair *n* is made of the sentences *n* − 1 and *n*.
  mutating func add(_ sentences: [ReadSentence]) {
    for sentence in sentences {
      for stem in sentence.stems {
        guard let number = weights.number(stem) else { continue }
        if postings[number].last != sentenceCount { postings[number].append(sentenceCount) }
        postings[number].append(sentenceCount + 1)
      }
      sentenceCount += 1
    }
    // A gap, so that the last sentence of one article and the first of the next are no neighbours.
    sentenceCount += 1
    scores += [Double](repeating: 0, count: Int(sentenceCount) + 1 - scores.count)
  }

  /// Whether no said sentence has a word.
  func isNew(_ stem: UInt64) -> Bool {
    weights.number(stem).map { postings[$0].isEmpty } ?? true
  }

  /// The part of a sentence that is said already, and the rest.
  struct Answer {
    /// The share of the sentence's weight that one said sentence, or two neighbours, hold: from 0
    /// to 1.
    var share: Double
    /// The weight of the words that no said sentence has at all.
    var news: Double
    /// The pair of said sentences that holds most of it, the first of equals; −1 if none does.
    var place = -1
  }

  /// Compares a sentence with all that is said.
  ///
  /// Two neighbouring sentences count together, because rewriting a report joins and splits its
  /// sentences.
  mutating func said(_ sentence: [UInt64]) -> Answer {
    var (total, news, best) = (0.0, 0.0, 0.0)
    for stem in sentence {
      guard let number = weights.number(stem) else {
        total += weights.rarest
        news += weights.rarest
        continue
      }
      let weight = weights.weight(number: number)
      total += weight
      if postings[number].isEmpty { news += weight }
      guard postings[number].count <= Self.mostPairs else { continue }
      for pair in postings[number] {
        if scores[Int(pair)] == 0 { touched.append(pair) }
        scores[Int(pair)] += weight
      }
    }
    var place: Int32 = -1
    for pair in touched {
      let score = scores[Int(pair)]
      if score > best || (score == best && pair < place) { (best, place) = (score, pair) }
      scores[Int(pair)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    guard total > 0 else { return Answer(share: 1, news: 0) }
    return Answer(share: min(1, best / total), news: news, place: Int(place))
  }
}

extension [UInt64] {
  /// Whether a sorted array holds an element; O(log *n*).
  func hasSorted(_ element: UInt64) -> Bool {
    let place = partitioningIndex { $0 >= element }
    return place < count && self[place] == element
  }
}

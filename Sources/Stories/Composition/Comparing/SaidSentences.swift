/// The sentences that an entry says already, and how much of another sentence they say.
///
/// An inverted index, so that a sentence is compared with those only that share a word with it.
struct SaidSentences {
  /// From this share of its weight on a sentence counts as said.
  ///
  /// Measured on mix-dev (`CompositionMeasurement`): see `WhatAnEntrySays`.
  static let threshold = 0.5

  private let weights: WordWeights
  private var postings: [UInt64: [Int32]] = [:]
  private var stems: [[UInt64]] = []
  private var scores: [Double] = []

  /// Begins with nothing said.
  init(weights: WordWeights) {
    self.weights = weights
  }

  /// Says the sentences of an article, in its order.
  mutating func add(_ sentences: [ReadSentence]) {
    for sentence in sentences { add(sentence.stems) }
    // A gap, so that the last sentence of one article and the first of the next are no neighbours.
    add([UInt64]())
  }

  private mutating func add(_ stems: [UInt64]) {
    let number = Int32(self.stems.count)
    self.stems.append(stems)
    for stem in stems { postings[stem, default: []].append(number) }
  }

  /// Whether no said sentence has a word.
  func isNew(_ stem: UInt64) -> Bool { postings[stem] == nil }

  /// How much of a sentence is said, and what of it is not.
  struct Answer {
    /// The share of the sentence's weight that one said sentence, or two neighbours, hold: from 0 to 1.
    var share: Double
    /// The weight of the words that no said sentence has at all.
    var news: Double
  }

  /// Compares a sentence with all that is said.
  ///
  /// Two neighbouring sentences count together, since who rewrites a report joins and parts its sentences.
  mutating func said(_ sentence: [UInt64]) -> Answer {
    if scores.count < stems.count + 1 {
      scores = [Double](repeating: 0, count: stems.count + 64)
    }
    var touched: [Int32] = []
    var (total, news) = (0.0, 0.0)
    for stem in sentence {
      let weight = weights.weight(stem)
      total += weight
      guard let numbers = postings[stem] else {
        news += weight
        continue
      }
      for number in numbers {
        if scores[Int(number)] == 0 { touched.append(number) }
        scores[Int(number)] += weight
      }
    }
    defer { for number in touched { scores[Int(number)] = 0 } }
    guard total > 0 else { return Answer(share: 1, news: 0) }
    var best = 0.0
    for number in touched {
      let here = scores[Int(number)]
      best = max(best, here)
      // Together they hold at most the sum; only a sum that could win is counted out.
      let next = scores[Int(number) + 1]
      if next > 0, here + next > best {
        best = max(best, together(sentence, Int(number)))
      }
    }
    return Answer(share: min(1, best / total), news: news)
  }

  private func together(_ sentence: [UInt64], _ number: Int) -> Double {
    let (first, second) = (stems[number], stems[number + 1])
    return sentence.reduce(0) { sum, stem in
      first.hasSorted(stem) || second.hasSorted(stem) ? sum + weights.weight(stem) : sum
    }
  }
}

extension [UInt64] {
  /// Whether a sorted array holds an element; O(log *n*).
  func hasSorted(_ element: UInt64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}

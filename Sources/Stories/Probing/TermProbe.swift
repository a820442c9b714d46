/// The terms of one article, laid out so that those of many others are looked up among them.
struct TermProbe: Sendable {
  private let table: ProbeTable<UInt32>
  private let weights: [TermWeights]

  /// Lays out an article.
  ///
  /// - Complexity: O(*n*) in its distinct terms.
  init(_ article: ArticleFeatures) {
    table = ProbeTable(article.keys)
    weights = article.weights
  }

  /// Adds what a range of another article's terms shares with this one's.
  ///
  /// - Complexity: O(*n*) in the range.
  func add(_ range: Range<Int>, of other: ArticleFeatures, to sums: inout SharedTerms) {
    var found = sums
    let keys = other.keys
    // First which terms are shared, then what they weigh: the weights of an article that was long not looked at lie far from the
    // processor, and it fetches many at once if nothing waits for one of them.
    withUnsafeTemporaryAllocation(of: SharedTerm.self, capacity: range.count) { shared in
      var count = 0
      table.forEachFound(range, of: keys) { index, own in
        shared.initializeElement(
          at: count, to: SharedTerm(index: UInt16(truncatingIfNeeded: index), own: UInt16(own)))
        count += 1
      }
      weights.withUnsafeBufferPointer { weights in
        other.weights.withUnsafeBufferPointer { otherWeights in
          for term in shared[..<count] {
            let index = Int(term.index)
            found.add(
              weights[Int(term.own)], otherWeights[index], isNumber: keys[index] & 1 == 1)
          }
        }
      }
    }
    sums = found
  }

  /// The places of a term in two articles; not more than 6,000 words are read of either (`FeatureValues.wordLimit`).
  private struct SharedTerm {
    var index: UInt16
    var own: UInt16
  }
}

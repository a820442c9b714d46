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

  /// Adds the terms that a range of another article's terms shares with this one's.
  ///
  /// - Complexity: O(*n*) in the range.
  func add(_ range: Range<Int>, of other: ArticleFeatures, to sums: inout SharedTerms) {
    var found = sums
    let keys = other.keys
    weights.withUnsafeBufferPointer { weights in
      other.weights.withUnsafeBufferPointer { otherWeights in
        table.forEachFound(range, of: keys) { index, own in
          found.add(weights[own], otherWeights[index], isNumber: keys[index] & 1 == 1)
        }
      }
    }
    sums = found
  }
}

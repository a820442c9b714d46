/// The runs of words of one article, laid out so that those of other articles of its outlet are
/// looked up among them (`SharedPassages`).
struct PassageProbe: Sendable {
  private let runs: ProbeTable<UInt64>
  private let wordCount: Int

  /// Lays out an article.
  ///
  /// - Complexity: O(*n*) in its words.
  init(_ article: ArticleFeatures) {
    runs = ProbeTable(SharedPassages.runs(article))
    wordCount = article.sequence.count
  }

  /// Marks the words of both articles that a run of the other holds; nil if they have no run in
  /// common.
  func marks(_ other: ArticleFeatures) -> (own: [Bool], other: [Bool])? {
    let otherRuns = SharedPassages.runs(other)
    var found: Set<UInt64> = []
    var otherMarks: [Bool] = []
    runs.forEachFound(otherRuns.indices, of: otherRuns) { index, own in
      if found.isEmpty { otherMarks = [Bool](repeating: false, count: other.sequence.count) }
      found.insert(runs.numbers[own])
      for word in index..<index + SharedPassages.wordCount { otherMarks[word] = true }
    }
    if found.isEmpty { return nil }
    var ownMarks = [Bool](repeating: false, count: wordCount)
    for (index, run) in runs.numbers.enumerated() where found.contains(run) {
      for word in index..<index + SharedPassages.wordCount { ownMarks[word] = true }
    }
    return (ownMarks, otherMarks)
  }
}

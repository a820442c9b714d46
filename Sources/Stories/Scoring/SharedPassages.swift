/// The passages that two articles of one outlet share word for word: trailers, credits, notices, paragraphs of background.
///
/// They say who published the articles and nothing about the event, unless the whole articles are the same.
struct SharedPassages {
  /// Consecutive words that make a passage; shorter runs are the phrases of a language.
  static let wordCount = 8
  /// Articles that share this much of either's words are the same article published twice.
  private static let wholeShare = 0.9
  /// Below this many words the title has to be the same too: a headline over nothing but a trailer is not the trailer.
  private static let longText = 150

  private let first: [Bool]
  private let second: [Bool]
  private let isWhole: Bool

  /// Compares two articles.
  ///
  /// - Complexity: O(*n* + *m*) in their words.
  init(_ one: ArticleFeatures, _ other: ArticleFeatures) {
    let oneRuns = Self.runs(one)
    let otherRuns = Self.runs(other)
    (first, second) = Self.marks(oneRuns, otherRuns, one.sequence.count, other.sequence.count)
    let shares = [first, second].map { marks in
      Double(marks.reduce(0) { $1 ? $0 + 1 : $0 }) / Double(max(1, marks.count))
    }
    isWhole =
      shares.allSatisfy { $0 >= Self.wholeShare }
      && (min(first.count, second.count) >= Self.longText || one.title == other.title)
  }

  /// Whether anything is to be left out.
  var hasPassages: Bool { !isWhole && first.contains(true) }

  /// The articles without the passages.
  func without(_ one: ArticleFeatures, _ other: ArticleFeatures) -> (
    ArticleFeatures, ArticleFeatures
  ) {
    (Self.without(one, first), Self.without(other, second))
  }

  private static func without(_ article: ArticleFeatures, _ marks: [Bool]) -> ArticleFeatures {
    let kept = zip(article.occurrences, marks).filter { !$0.1 }.map(\.0)
    return ArticleFeatures(
      language: article.language, outlet: article.outlet, occurrences: kept,
      titleCount: marks.prefix(article.titleCount).count { !$0 }, pivots: article.pivots)
  }

  /// A number for each run of `wordCount` words, by where it begins; never zero.
  private static func runs(_ article: ArticleFeatures) -> [UInt64] {
    let count = article.sequence.count - wordCount + 1
    guard count > 0 else { return [] }
    // A rolling polynomial hash: the odd multiplier of Knuth's generator MMIX, to the power of the run for the word that
    // leaves.
    let base: UInt64 = 6_364_136_223_846_793_005
    var leaving: UInt64 = 1
    for _ in 0..<wordCount { leaving &*= base }
    return [UInt64](unsafeUninitializedCapacity: count) { runs, initialized in
      article.sequence.withUnsafeBufferPointer { sequence in
        article.terms.withUnsafeBufferPointer { terms in
          var hash: UInt64 = 0
          var index = 0
          while index < sequence.count {
            hash = hash &* base &+ UInt64(terms[Int(sequence[index])].term) &+ 1
            if index >= wordCount {
              let gone = UInt64(terms[Int(sequence[index - wordCount])].term) &+ 1
              hash &-= leaving &* gone
            }
            if index >= wordCount - 1 {
              runs.initializeElement(at: index - wordCount + 1, to: max(1, hash ^ hash >> 32))
            }
            index += 1
          }
        }
      }
      initialized = count
    }
  }

  /// Marks the words of each article that a run of the other holds.
  private static func marks(
    _ one: [UInt64], _ other: [UInt64], _ oneCount: Int, _ otherCount: Int
  ) -> ([Bool], [Bool]) {
    var first = [Bool](repeating: false, count: oneCount)
    var second = [Bool](repeating: false, count: otherCount)
    guard !one.isEmpty, !other.isEmpty else { return (first, second) }
    // An open table at most half full: the runs of the second article, and whether the first has them too.
    var size = 16
    while size < other.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var isShared = [Bool](repeating: false, count: size)
    func slot(_ run: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: run) & (size - 1)
      while keys[slot] != 0, keys[slot] != run { slot = (slot + 1) & (size - 1) }
      return slot
    }
    for run in other { keys[slot(run)] = run }
    var hasShared = false
    var start = 0
    while start < one.count {
      let found = slot(one[start])
      if keys[found] != 0 {
        hasShared = true
        isShared[found] = true
        for index in start..<start + wordCount { first[index] = true }
      }
      start += 1
    }
    guard hasShared else { return (first, second) }
    start = 0
    while start < other.count {
      if isShared[slot(other[start])] {
        for index in start..<start + wordCount { second[index] = true }
      }
      start += 1
    }
    return (first, second)
  }
}

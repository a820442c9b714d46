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

  private var first: [Bool]
  private var second: [Bool]
  private let isWhole: Bool

  /// Compares two articles.
  ///
  /// - Complexity: O(*n* + *m*) in their words.
  init(_ one: ArticleFeatures, _ other: ArticleFeatures) {
    let oneRuns = Self.runs(one)
    let otherRuns = Self.runs(other)
    first = Self.marks(oneRuns, in: Set(otherRuns), count: one.sequence.count)
    second = Self.marks(otherRuns, in: Set(oneRuns), count: other.sequence.count)
    let shares = [first, second].map { Double($0.count(where: \.self)) / Double(max(1, $0.count)) }
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
      titleCount: marks.prefix(article.titleCount).count { !$0 })
  }

  /// A number for each run of `wordCount` words, by where it begins.
  private static func runs(_ article: ArticleFeatures) -> [UInt64] {
    guard article.sequence.count >= wordCount else { return [] }
    return (0...article.sequence.count - wordCount).map { start in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for index in start..<start + wordCount {
        hash = (hash ^ UInt64(article.terms[Int(article.sequence[index])].term)) &* 0x100_0000_01b3
        hash ^= hash >> 29
      }
      return hash
    }
  }

  private static func marks(_ runs: [UInt64], in others: Set<UInt64>, count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for (start, run) in runs.enumerated() where others.contains(run) {
      for index in start..<start + wordCount { marks[index] = true }
    }
    return marks
  }
}

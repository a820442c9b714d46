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
  /// - Parameters:
  ///   - one: An article.
  ///   - other: An article of the same outlet.
  ///   - probe: The runs of the first, for whoever compares it with many.
  /// - Complexity: O(*n* + *m*) in their words; O(*m*) for most articles that share no passage.
  init(_ one: ArticleFeatures, _ other: ArticleFeatures, probe: PassageProbe) {
    guard let marks = probe.marks(other) else {
      (first, second, isWhole) = ([], [], false)
      return
    }
    (first, second) = marks
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
    ArticleFeatures(article, keeping: marks.map { !$0 })
  }

  /// A number for each run of `wordCount` words, by where it begins; never zero.
  static func runs(_ article: ArticleFeatures) -> [UInt64] {
    let count = article.sequence.count - wordCount + 1
    guard count > 0 else { return [] }
    // A rolling polynomial hash: the odd multiplier of Knuth's generator MMIX, to the power of the run for the word that
    // leaves.
    let base: UInt64 = 6_364_136_223_846_793_005
    var leaving: UInt64 = 1
    for _ in 0..<wordCount { leaving &*= base }
    return [UInt64](unsafeUninitializedCapacity: count) { runs, initialized in
      article.sequence.withUnsafeBufferPointer { sequence in
        article.keys.withUnsafeBufferPointer { keys in
          var hash: UInt64 = 0
          var index = 0
          while index < sequence.count {
            hash = hash &* base &+ UInt64(keys[Int(sequence[index])]) &+ 1
            if index >= wordCount {
              let gone = UInt64(keys[Int(sequence[index - wordCount])]) &+ 1
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
}

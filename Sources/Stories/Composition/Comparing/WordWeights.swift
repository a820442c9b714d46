/// How much a word tells, from the story alone: rare among its sentences and long is telling.
///
/// log₂(1 + S/s) for a word in *s* of the story's *S* sentences (the inverse document frequency of Spärck Jones 1972 with
/// sentences for documents). The names that the whole story is about so weigh less than what only one
/// sentence says, in every language and without a table. In scripts with spaces a word of fewer than five letters counts
/// by its length: with no table of frequencies, weight by length beats none (.68 against .56, METHOD.md).
struct WordWeights {
  private var table: [UInt64: Double] = [:]

  /// Counts the words of a story's articles.
  init(_ articles: [ReadArticle]) {
    var counts: [UInt64: (sentences: Int32, length: Int8)] = [:]
    var sentenceCount = 1
    for article in articles {
      for sentence in article.title + article.body {
        sentenceCount += 1
        for stem in sentence.stems { counts[stem, default: (0, 5)].sentences += 1 }
        for word in article.words(sentence) where word.kind == .letters && word.length < 5 {
          counts[word.stem, default: (0, 5)].length = Int8(word.length)
        }
      }
    }
    rarest = Self.binaryLogarithm(1 + Double(sentenceCount))
    table = counts.mapValues { count in
      let share = Double(sentenceCount) / Double(max(1, count.sentences))
      return Self.binaryLogarithm(1 + share) * Double(count.length) / 5
    }
  }

  /// The weight of a word that one sentence of the story has.
  private(set) var rarest = 1.0

  /// The weight of a word by its stem.
  func weight(_ stem: UInt64) -> Double { table[stem] ?? rarest }

  /// The weight of a sentence: the sum over its words.
  func weight(_ stems: [UInt64]) -> Double {
    stems.reduce(0) { $0 + weight($1) }
  }

  /// log₂ by exponent and significand (Mitchell 1962, "Computer multiplication and division using binary logarithms"): off
  /// by at most .086, and the same bits on every machine, which the C library's logarithm is not.
  private static func binaryLogarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}

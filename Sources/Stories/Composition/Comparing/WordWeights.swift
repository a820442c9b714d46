import NewsModel

/// The weights of words, from the story alone: words that are rare among its sentences, and long
/// ones, weigh more.
///
/// log₂(1 + S/s) for a word in *s* of the story's *S* sentences (the inverse document frequency of
/// Spärck Jones 1972 with sentences for documents). So the names that the whole story is about
/// weigh less than the words of a single sentence, in every language and without a table. In
/// scripts with spaces a word of fewer than five letters counts by its length: with no table of
/// frequencies, weight by length beats none (.68 against .56 on mix-dev).
struct WordWeights {
  private let numbers: [UInt64: Int32]
  private let table: [Double]
  /// The weight of a word that one sentence of the story has.
  let rarest: Double

  /// Counts the words of a story's articles.
  init(_ articles: [ReadArticle]) {
    var numbers: [UInt64: Int32] = [:]
    var counts: [Int32] = []
    var lengths: [Double] = []
    var sentenceCount = 1
    for article in articles {
      for sentence in article.title + article.body {
        sentenceCount += 1
        for stem in sentence.stems {
          let next = Int32(counts.count)
          let number = numbers[stem, default: next]
          if number == next {
            numbers[stem] = next
            counts.append(0)
            lengths.append(1)
          }
          counts[Int(number)] += 1
        }
        for word in article.words(sentence) where word.kind == .letters && word.length < 5 {
          if let number = numbers[word.stem] { lengths[Int(number)] = Double(word.length) / 5 }
        }
      }
    }
    let total = Double(sentenceCount)
    rarest = Self.binaryLogarithm(1 + total)
    table = zip(counts, lengths).map { Self.binaryLogarithm(1 + total / Double($0)) * $1 }
    self.numbers = numbers
  }

  /// The number of different words of the story; each has a number below.
  var count: Int { table.count }

  /// The number of a word by its stem; nil for one that stands in a summary only.
  func number(_ stem: UInt64) -> Int? { numbers[stem].map(Int.init) }

  /// The weight of a word by its number.
  func weight(number: Int) -> Double { table[number] }

  /// The weight of a word by its stem.
  func weight(_ stem: UInt64) -> Double { number(stem).map { table[$0] } ?? rarest }

  /// The weight of a sentence: the sum over its words.
  func weight(_ stems: [UInt64]) -> Double {
    stems.reduce(0) { $0 + weight($1) }
  }

  /// log₂ by exponent and significand (Mitchell 1962, "Computer multiplication and division using
  /// binary logarithms"): off by at most .086, and the same bits on every machine, which the C
  /// library's logarithm is not.
  private static func binaryLogarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}

import NewsModel

/// An article with its words and sentences found, once for all the questions that the composition
/// asks of it.
///
/// Immutable; a class, since it is handed on hundreds of times and its arrays never change.
final class ReadArticle: Sendable {
  /// The article.
  let article: Article
  /// The title, the summary and the paragraphs, in UTF-8.
  private let passages: [Passage]
  /// The sentences of the title.
  let title: [ReadSentence]
  /// The sentences of the outlet's own summary.
  let summary: [ReadSentence]
  /// The sentences of the body.
  let body: [ReadSentence]
  /// The number of words in the body.
  let wordCount: Int
  /// The first subtag of its language, in lower case; empty if unknown.
  let primaryLanguage: String
  /// The hashes of the body's runs of words, sorted, each once.
  let shingles: [UInt64]
  /// The stems of all that it says, sorted, each once.
  let vocabulary: [UInt64]
  /// The names and figures of the body, as stems, sorted, each once.
  let names: [UInt64]

  private struct Passage: Sendable {
    var bytes: [UInt8]
    var words: [ScannedWord]
  }

  /// Reads an article.
  ///
  /// - Complexity: O(*n* log *n*) in the length of its text.
  init(_ article: Article) {
    self.article = article
    var passages: [Passage] = []
    func read(_ text: String, paragraph: Int) -> [ReadSentence] {
      let bytes = Array(text.utf8)
      let words = SentenceWordScanner.scan(bytes)
      passages.append(Passage(bytes: bytes, words: words))
      let ranges = SentenceSplitter.split(bytes, words: words, language: article.language)
      var next = 0
      return ranges.compactMap { range in
        while next < words.count, words[next].start < range.lowerBound { next += 1 }
        let first = next
        while next < words.count, words[next].start < range.upperBound { next += 1 }
        guard first < next else { return nil }
        var stems = words[first..<next].map(\.stem)
        stems.sort()
        return ReadSentence(
          paragraph: paragraph, bytes: range, words: first..<next, stems: unique(stems))
      }
    }
    summary = read(article.summary ?? "", paragraph: -2)
    title = read(article.title, paragraph: -1)
    var body: [ReadSentence] = []
    for (index, paragraph) in article.paragraphs.enumerated() {
      body += read(paragraph, paragraph: index)
    }
    self.body = body
    primaryLanguage = (article.language ?? "").prefix { $0 != "-" && $0 != "_" }.lowercased()
    self.passages = passages
    wordCount = passages.dropFirst(2).reduce(0) { $0 + $1.words.count }
    shingles = WordShingles.of(passages.dropFirst(2).map(\.words))
    vocabulary = unique((title + summary + body).flatMap(\.stems).sorted())
    var finder = NameFinder()
    for sentence in body {
      let passage = passages[sentence.paragraph + 2]
      finder.read(passage.words[sentence.words], passage.bytes)
    }
    names = finder.names
  }

  /// The words of a sentence.
  func words(_ sentence: ReadSentence) -> ArraySlice<ScannedWord> {
    passages[sentence.paragraph + 2].words[sentence.words]
  }

  /// The bytes of the passage that a sentence stands in.
  func bytes(_ sentence: ReadSentence) -> [UInt8] { passages[sentence.paragraph + 2].bytes }

  /// The sentence word for word.
  func text(_ sentence: ReadSentence) -> String {
    String(decoding: passages[sentence.paragraph + 2].bytes[sentence.bytes], as: UTF8.self)
  }

  /// All that the article says: title, summary and body.
  var sentences: [ReadSentence] { title + summary + body }
}

/// The elements of a sorted array, each once.
func unique(_ sorted: [UInt64]) -> [UInt64] {
  var result: [UInt64] = []
  result.reserveCapacity(sorted.count)
  for element in sorted where element != result.last { result.append(element) }
  return result
}

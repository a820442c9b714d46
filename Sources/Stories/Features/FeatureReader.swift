internal import NewsModel

/// Reads the terms of articles.
///
/// What it answers depends on the article alone; it remembers the terms of words that it has met, since the languages of
/// the world repeat themselves. Not for use by two threads at once.
final class FeatureReader {
  private let scanner = WordScanner()
  private let sounds = NameSound()
  private var vocabularies: [LanguageCode: Vocabulary] = [:]

  /// The features of an article.
  func features(of article: Article) -> ArticleFeatures {
    features(
      title: article.title, text: article.paragraphs.isEmpty ? article.summary ?? "" : article.text,
      language: article.language.map(LanguageCode.init(tag:)) ?? .unknown,
      outlet: OutletKey.key(of: article))
  }

  /// The features of a title and a text.
  func features(title: String, text: String, language: LanguageCode, outlet: UInt32)
    -> ArticleFeatures
  {
    let language = language == .unknown ? guess(title, text) : language
    let vocabulary = vocabulary(language)
    var occurrences: [TermOccurrence] = []
    var pivots: [PivotTerm] = []
    var titleCount = 0
    for part in [title, text] {
      titleCount = occurrences.count
      scanner.scan(part) { word, isNumber in
        guard let read = vocabulary.read(word, isNumber: isNumber) else { return }
        if occurrences.count < PivotFeatures.wordLimit { pivots += read.pivots }
        occurrences.append(read.term)
      }
    }
    return ArticleFeatures(
      language: language, outlet: outlet, occurrences: occurrences, titleCount: titleCount,
      pivots: PivotFeatures(pivots))
  }

  /// Calls `visit` with every word of a text and its term, for words that `explain` shows.
  func visit(_ text: String, language: LanguageCode, visit: (String, TermOccurrence) -> Void) {
    let vocabulary = vocabulary(language)
    scanner.scan(text) { word, isNumber in
      if let read = vocabulary.read(word, isNumber: isNumber) {
        visit(String(decoding: word, as: UTF8.self), read.term)
      }
    }
  }

  /// The words that a guess reads; enough for two short languages to part.
  private static let guessCount = 200

  private func guess(_ title: String, _ text: String) -> LanguageCode {
    let table = ScalarTable.shared
    var words: [UInt32] = []
    for part in [title, text] where words.count < Self.guessCount {
      // Some 200 words are in the first 3,000 characters of any language.
      scanner.scan(String(part.prefix(3000))) { word, isNumber in
        guard !isNumber, words.count < Self.guessCount else { return }
        var bytes: [UInt8] = []
        for scalar in UTF8Scalars.all(word) {
          if let lower = Unicode.Scalar(table.lowercased(scalar)), let units = UTF8.encode(lower) {
            bytes.append(contentsOf: units)
          }
        }
        words.append(TermHash.hash(bytes, isNumber: false))
      }
    }
    return LanguageGuess.shared.language(of: words)
  }

  private func vocabulary(_ language: LanguageCode) -> Vocabulary {
    if let vocabulary = vocabularies[language] { return vocabulary }
    let vocabulary = Vocabulary(language, sounds: sounds)
    vocabularies[language] = vocabulary
    return vocabulary
  }
}

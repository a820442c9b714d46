internal import NewsModel

/// Reads the terms of articles.
///
/// What it answers depends on the article alone; it remembers the terms of words that it has met,
/// since the languages of the world repeat themselves. Not for use by two threads at once.
final class FeatureReader {
  private let scanner = WordScanner()
  private let sounds = NameSound()
  private var vocabularies: [LanguageCode: Vocabulary] = [:]

  /// The prepared form of an article.
  func prepared(_ article: Article) -> PreparedArticle {
    let headline = CutTitle(article)
    let features = features(of: article, title: headline.text)
    return PreparedArticle(
      id: article.id, time: PublicationTime(article), features: features,
      source: SourceMark(article),
      titleEnds: ends(of: headline, language: features.language))
  }

  /// The features of an article.
  func features(of article: Article) -> ArticleFeatures {
    features(of: article, title: CutTitle(article).text)
  }

  private func features(of article: Article, title: String) -> ArticleFeatures {
    features(
      title: title, text: article.paragraphs.isEmpty ? article.summary ?? "" : article.text,
      language: article.language.map(LanguageCode.init(tag:)) ?? .unknown,
      outlet: OutletKey.key(of: article))
  }

  /// Where a title may end, by its words.
  private func ends(of headline: CutTitle, language: LanguageCode) -> [TitleEnd] {
    headline.ends.compactMap { end in
      var wordCount = 0
      let vocabulary = vocabulary(language)
      scanner.scan(String(headline.text[..<end.index])) { word, isNumber in
        if vocabulary.read(word, isNumber: isNumber) != nil { wordCount += 1 }
      }
      guard wordCount > 0 else { return nil }
      return TitleEnd(
        wordCount: wordCount, tail: TitleEnd.hash(end.tail), stem: TitleEnd.hash(end.stem),
        bar: end.bar.unicodeScalars.first?.value ?? 0, isSection: end.isSection)
    }
  }

  /// The features of a title and a text.
  func features(title: String, text: String, language: LanguageCode, outlet: UInt32)
    -> ArticleFeatures
  {
    let language = language == .unknown ? guess(title, text) : language
    let vocabulary = vocabulary(language)
    var occurrences: [TermOccurrence] = []
    var pivots: [PivotTerm] = []
    var first: [NameMarks.Word] = []
    var titleCount = 0
    for part in [title, text] {
      titleCount = occurrences.count
      scanner.scan(part) { word, isNumber in
        guard let read = vocabulary.read(word, isNumber: isNumber) else { return }
        if occurrences.count < PivotFeatures.wordLimit { pivots += read.pivots }
        if occurrences.count < titleCount + NameMarks.textCount {
          first.append(
            NameMarks.Word(
              read: read, byteCount: word.count, isStart: scanner.isAtStart))
        }
        occurrences.append(read.term)
      }
    }
    for place in NameMarks.names(
      first, titleCount: min(titleCount, first.count), language: language)
    {
      occurrences[place].isName = true
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

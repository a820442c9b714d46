import FoundationEssentials
import NewsModel

/// Says how well the sentences of one article stand alone, beside a canonical report that a reader
/// knows.
///
/// A sentence that begins with "After the breach" is told to somebody who read of a breach; one
/// that says "Payton said" to somebody who was told who Payton is. Where it is not told so, it
/// falls away or loses.
struct SelfContainment {
  private let article: ReadArticle
  private let canonical: ReadArticle
  /// By stem, the first sentence of the body that has a name.
  private let introductions: [UInt64: Int]
  private let year: Int

  /// The loss of a sentence that names somebody whom another one introduces, and who is not known.
  private static let strangerFactor = 0.5
  /// Its loss where it opens with a thing that only its article knows.
  private static let unknownFactor = 0.4
  /// Its loss where it tells of another year, or of a time since.
  private static let backgroundFactor = 0.5
  /// From this share of its words on a sentence is a quotation, and somebody has to be named who
  /// says it.
  private static let quotedShare = 0.6

  /// Reads where an article introduces its names.
  init(_ article: ReadArticle, beside canonical: ReadArticle) {
    self.article = article
    self.canonical = canonical
    year = FigureReader.year(of: article.article.published)
    var introductions: [UInt64: Int] = [:]
    let sentences = article.body.isEmpty ? article.summary : article.body
    for (place, sentence) in sentences.enumerated() {
      for word in article.words(sentence) where Self.isName(word) && introductions[word.stem] == nil
      {
        introductions[word.stem] = place
      }
    }
    self.introductions = introductions
  }

  private static func isName(_ word: ScannedWord) -> Bool {
    word.isCapitalised && word.length > 1 && word.kind == .letters
  }

  /// The degree to which a sentence stands alone, as a factor of what it adds; 0 if it does not.
  func standing(of sentence: ReadSentence, at place: Int) -> Double {
    let words = article.words(sentence)
    let bytes = article.bytes(sentence)[sentence.bytes]
    guard let first = words.first, !LeaningWords.isOpening(first.full),
      !LeaningWords.hasOpening(opened(bytes)), !Quotable.isPersonal(sentence, in: article),
      !leansOnPerson(words), isAttributed(sentence, words)
    else { return 0 }
    var standing = 1.0
    if namesStranger(words, at: place) { standing *= Self.strangerFactor }
    if let opening = unknownOpening(words) {
      guard !LeaningWords.isTemporal(opening.full) else { return 0 }
      standing *= Self.unknownFactor
    }
    if isBackground(words) { standing *= Self.backgroundFactor }
    return standing
  }

  /// The sentence behind a quotation mark or a bullet that opens it.
  private func opened(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      switch SentenceWordScanner.classify(scalar) {
      case .other, .apostrophe: at = next
      case .letter, .digit, .unspaced: return bytes[at...]
      }
    }
    return bytes
  }

  /// A pronoun among so many first words has nothing in its own sentence to stand for; a later one
  /// has, as a rule ("five of the fourteen, one of them …").
  private static let openingWords = 4

  /// Whether a pronoun opens the sentence before any name.
  private func leansOnPerson(_ words: ArraySlice<ScannedWord>) -> Bool {
    for word in words.prefix(Self.openingWords) {
      if LeaningWords.isPersonal(word.full) { return true }
      // The first word of a sentence is a name if it is one elsewhere.
      if Self.isName(word), word.start != words.first?.start || article.names.hasSorted(word.stem) {
        return false
      }
    }
    return false
  }

  /// Whether somebody is named who says a sentence that is mostly a quotation.
  private func isAttributed(_ sentence: ReadSentence, _ words: ArraySlice<ScannedWord>) -> Bool {
    let spans = QuotedSpans.of(article.bytes(sentence), in: sentence.bytes)
    guard !spans.isEmpty else { return true }
    let outside = words.filter { word in !spans.contains { $0.contains(word.start) } }
    guard Double(words.count - outside.count) >= Self.quotedShare * Double(words.count) else {
      return true
    }
    return outside.contains { $0.kind == .pair }
      || outside.contains {
        Self.isName($0)
          && (article.names.hasSorted($0.stem) || canonical.vocabulary.hasSorted($0.stem))
      }
  }

  /// Whether a name is used that the canonical report does not know and an earlier sentence
  /// introduces.
  ///
  /// German writes every noun like a name.
  private func namesStranger(_ words: ArraySlice<ScannedWord>, at place: Int) -> Bool {
    guard article.primaryLanguage != "de" else { return false }
    return words.contains { word in
      Self.isName(word) && article.names.hasSorted(word.stem)
        && (introductions[word.stem] ?? place) < place && !canonical.vocabulary.hasSorted(word.stem)
    }
  }

  /// The first word of a sentence that opens with "the" and a thing that the canonical report does
  /// not speak of, perhaps behind a preposition; nil for others.
  private func unknownOpening(_ words: ArraySlice<ScannedWord>) -> ScannedWord? {
    var rest = words
    if let first = rest.first, LeaningWords.isPreposition(first.full) { rest = rest.dropFirst() }
    guard let pointer = rest.first, LeaningWords.points(pointer.full) else { return nil }
    let isKnown = rest.dropFirst().prefix(2).contains {
      canonical.vocabulary.hasSorted($0.stem) && !LeaningWords.points($0.full)
        && !LeaningWords.isPreposition($0.full)
    }
    return isKnown ? nil : words.first
  }

  private func isBackground(_ words: ArraySlice<ScannedWord>) -> Bool {
    words.contains { FigureLexicon.elsewhen.contains($0.full) || isOtherYear($0) }
  }

  private func isOtherYear(_ word: ScannedWord) -> Bool {
    guard word.kind == .digits, word.length == 4, let value = Self.years[word.full] else {
      return false
    }
    return value != year
  }

  /// The years from 1800 to 2099 by the hash of their digits.
  private static let years: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: (1800..<2100).map { (WordHash.of(String($0)), $0) })
}

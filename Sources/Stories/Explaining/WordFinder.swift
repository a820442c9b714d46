internal import NewsModel

/// Finds the words behind the terms that two articles share.
struct WordFinder {
  /// The most words shown of each kind.
  private static let shown = 12
  /// The least weight of rare terms, 6 at a frequency of 6·10⁻⁶: one in four hundred texts of 400
  /// words holds such a term.
  private static let rare: UInt8 = 120

  private let reader: FeatureReader

  init(reader: FeatureReader) {
    self.reader = reader
  }

  /// The words that two articles share.
  func words(
    _ first: Article, _ firstFeatures: ArticleFeatures, _ second: Article,
    _ secondFeatures: ArticleFeatures
  ) -> SharedWords {
    let one = spellings(first, firstFeatures.language)
    let other = spellings(second, secondFeatures.language)
    let inFirst = Set(firstFeatures.keys)
    let inSecond = Set(secondFeatures.keys)
    let shared = one.filter { inSecond.contains($0.term.term) }
      .sorted { ($0.term.weight, $1.word) > ($1.term.weight, $0.word) }
    let rare = shared.filter { !$0.term.isNumber && $0.term.weight >= Self.rare }
    let leadOfFirst = numbersOfLead(firstFeatures)
    let leadOfSecond = numbersOfLead(secondFeatures)
    return SharedWords(
      rareWords: Array(rare.map(\.word).prefix(Self.shown)),
      names: Array(rare.map(\.word).filter { $0.first?.isUppercase == true }.prefix(Self.shown)),
      numbers: Array(shared.filter(\.term.isNumber).map(\.word).prefix(Self.shown)),
      quotes: SayingFinder(ReadArticle(first), ReadArticle(second)).sayings.quotes,
      numbersOfFirst: Array(
        one.filter { leadOfFirst.contains($0.term.term) && !inSecond.contains($0.term.term) }
          .map(\.word).prefix(Self.shown)),
      numbersOfSecond: Array(
        other.filter { leadOfSecond.contains($0.term.term) && !inFirst.contains($0.term.term) }
          .map(\.word).prefix(Self.shown)))
  }

  private struct Spelling {
    var term: TermOccurrence
    var word: String
  }

  /// Each distinct term of an article with its first spelling, in order.
  private func spellings(_ article: Article, _ language: LanguageCode) -> [Spelling] {
    var seen: Set<UInt32> = []
    var found: [Spelling] = []
    // The text comes first, because a headline in capitals says little about names.
    for part in [article.paragraphs.isEmpty ? article.summary ?? "" : article.text, article.title] {
      reader.visit(part, language: language) { word, term in
        if seen.insert(term.term).inserted { found.append(Spelling(term: term, word: word)) }
      }
    }
    return found
  }

  private func numbersOfLead(_ features: ArticleFeatures) -> Set<UInt32> {
    Set(
      zip(features.keys, features.weights).filter { $0 & 1 == 1 && $1.lead > 0 }.map(\.0))
  }
}

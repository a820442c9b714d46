/// Tells the language of running words by how many of them are among the commonest of each table.
///
/// It is for articles whose language nobody stated or detected. Every common term of a language
/// counts for that language by its frequency; ties go to the smaller code.
struct LanguageGuess: Sendable {
  /// The one guesser; a constant made of the tables.
  static let shared = LanguageGuess()

  /// The weight below which a term counts, 3 (a frequency over 1.3·10⁻⁴): half of all texts of 150
  /// words have it.
  private static let limit: UInt8 = 60
  private let votes: [UInt32: [Vote]]
  private let languages: [LanguageCode]

  private struct Vote {
    var language: UInt8
    var strength: UInt8
  }

  private init() {
    languages = FrequencyTables.shared.languages
    var votes: [UInt32: [Vote]] = [:]
    for (index, language) in languages.enumerated() {
      FrequencyTables.shared.terms(language) { term, weight in
        guard weight < Self.limit else { return }
        votes[TermHash.hash(term, isNumber: false), default: []].append(
          Vote(language: UInt8(index), strength: Self.limit - weight))
      }
    }
    self.votes = votes
  }

  /// The language of words given by the hashes of their lower-case forms; unknown if none is common
  /// anywhere.
  func language(of words: some Sequence<UInt32>) -> LanguageCode {
    var sums = [Int](repeating: 0, count: languages.count)
    for word in words {
      for vote in votes[word] ?? [] { sums[Int(vote.language)] += Int(vote.strength) }
    }
    guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[best] > 0 else {
      return .unknown
    }
    return languages[sums.firstIndex(of: sums[best]) ?? best]
  }
}

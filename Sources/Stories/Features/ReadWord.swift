/// One running word of an article, as its own language and as other languages count it.
struct ReadWord: Sendable {
  /// The capitals of a word, by which names are known.
  enum Capitals: Sendable {
    case none
    case first
    /// The first, of a word that may be all in capitals for emphasis.
    case all
  }

  /// The term in its language.
  var term: TermOccurrence
  /// The meanings of the word for any language.
  var pivots: [PivotTerm]
  /// Its capitals.
  var capitals: Capitals
}

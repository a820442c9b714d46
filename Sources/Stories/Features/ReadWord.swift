/// One running word of an article, as its own language and as other languages count it.
struct ReadWord: Sendable {
  /// The term in its language.
  var term: TermOccurrence
  /// What it says in any language.
  var pivots: [PivotTerm]
}

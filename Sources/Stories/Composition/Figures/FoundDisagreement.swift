import NewsModel

/// A disagreement as it is shown, and what it is about for `EntrySubstance`.
struct FoundDisagreement: Sendable {
  /// The disagreement as the entry shows it.
  var shown: Disagreement
  /// The counted thing, the same from one composition to the next.
  var key: UInt64
  /// The sentences that it shows, and whose they are.
  var sentences: [(source: Int, sentence: ReadSentence)]
}

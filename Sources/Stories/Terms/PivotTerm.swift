/// A meaning of a word for any language: an English term that it stands for, the sound of a name,
/// or a number.
struct PivotTerm: Hashable, Sendable {
  /// The hash of the English term, of the name's sound, or of the number (`TermHash`).
  var key: UInt32
  /// Its static weight in twentieths.
  var weight: UInt8
  /// Its share of the word, in 255ths: words have several translations.
  var share: UInt8
}

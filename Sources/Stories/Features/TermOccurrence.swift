/// One running word of an article, as the term it counts as.
struct TermOccurrence: Hashable, Sendable {
  /// The term (`TermHash`); odd for numbers.
  var term: UInt32
  /// Its static weight in twentieths (`FrequencyTable`).
  var weight: UInt8
  /// The day of the week that it names, 1 for Monday to 7 for Sunday; zero for other words.
  var day: UInt8 = 0

  /// Whether the term is a number.
  var isNumber: Bool { term & 1 == 1 }
}

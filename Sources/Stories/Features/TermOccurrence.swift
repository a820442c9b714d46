/// One running word of an article, as the term it counts as.
struct TermOccurrence: Hashable, Sendable {
  /// The term (`TermHash`); odd for numbers.
  var term: UInt32
  /// Its static weight in twentieths (`FrequencyTable`).
  var weight: UInt8
  /// The day, month or year that it names.
  var calendar = CalendarMark.none
  /// Whether it is written as a name, here (`NameMarks`).
  var isName = false

  /// Whether the term is a number.
  var isNumber: Bool { term & 1 == 1 }
}

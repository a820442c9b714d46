/// The weights of one distinct term in the parts of an article.
struct TermWeights: Hashable, Sendable {
  /// Its component of the body vector, which has length 65,535; zero outside the heaviest 150
  /// terms.
  var body: UInt16
  /// (1 + ln tf)·idf in the title and the first 100 words, in thousandths; zero outside.
  var lead: UInt16
  /// (1 + ln tf)·idf in the title, in thousandths; zero outside.
  var title: UInt16
  /// (1 + ln tf)·idf in the first 40 words of title and text, in thousandths; zero outside.
  var opening: UInt16
  /// Its static weight in twentieths.
  var weight: UInt8
  /// The part of the calendar that it names.
  var calendar: CalendarMark
  /// Whether the title or the first words of the text write it as a name (`NameMarks`).
  var isName: Bool
}

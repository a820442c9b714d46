/// The features of an article, in one place for all who hold them: to compare two articles copies
/// nothing.
final class ArticleFeatures: Hashable, Sendable {
  private let values: FeatureValues
  /// The terms that fill slots, counted once for all articles that it is compared with.
  let slotTally: NoticeSlots.Tally
  /// The features that can be compared with an article in any other language.
  let pivots: PivotFeatures

  /// Weighs the words of an article.
  init(
    language: LanguageCode, outlet: UInt32, occurrences: some Collection<TermOccurrence>,
    titleCount: Int, pivots: PivotFeatures
  ) {
    self.pivots = pivots
    values = FeatureValues(
      language: language, outlet: outlet, occurrences: occurrences, titleCount: titleCount)
    slotTally = NoticeSlots.Tally(values)
  }

  /// Reads packed features.
  init(_ reader: inout ByteReader) throws(PackingError) {
    values = try FeatureValues(&reader)
    pivots = try PivotFeatures(&reader)
    slotTally = NoticeSlots.Tally(values)
  }

  /// Adds the features to bytes.
  func pack(into writer: inout ByteWriter) {
    values.pack(into: &writer)
    pivots.pack(into: &writer)
  }

  /// Those words of an article that are to be kept, as an article of their own.
  init(_ article: ArticleFeatures, keeping isKept: [Bool]) {
    pivots = article.pivots
    values = article.values.keeping(isKept)
    slotTally = NoticeSlots.Tally(values)
  }

  /// The same article with other words.
  init(_ article: ArticleFeatures, words: [TermOccurrence], titleCount: Int) {
    pivots = article.pivots
    values = FeatureValues(
      language: article.language, outlet: article.outlet, occurrences: words,
      titleCount: titleCount)
    slotTally = NoticeSlots.Tally(values)
  }

  var language: LanguageCode { values.language }
  var outlet: UInt32 { values.outlet }
  var keys: [UInt32] { values.keys }
  var weights: [TermWeights] { values.weights }
  var leadAndBodyCount: Int { values.leadAndBodyCount }
  var othersWeight: UInt8 { values.othersWeight }
  /// The terms that candidates share, with their static weights.
  var signature: [SignatureTerm] {
    values.signature.enumerated().map { rank, index in
      let term = values.weights[Int(index)]
      return SignatureTerm(
        key: values.keys[Int(index)], weight: term.weight, isInOpening: term.opening > 0,
        reachesFar: rank < values.farSignatureCount)
    }
  }
  var sequence: [UInt16] { values.sequence }
  var titleCount: Int { values.titleCount }
  var lengthLogarithm: Double { values.lengthLogarithm }
  var openingSum: Int { values.openingSum }
  var titleSum: Int { values.titleSum }
  var numberCount: Int { values.numberCount }
  var days: UInt8 { values.days }

  /// The running words, title first; a term that is a name anywhere is one everywhere.
  var words: [TermOccurrence] {
    sequence.map { index in
      let term = weights[Int(index)]
      return TermOccurrence(
        term: keys[Int(index)], weight: term.weight, calendar: term.calendar, isName: term.isName)
    }
  }

  /// The terms of the title in order.
  var title: [UInt32] { sequence.prefix(titleCount).map { keys[Int($0)] } }
  /// The terms of the text in order.
  var text: [UInt32] { sequence.dropFirst(titleCount).map { keys[Int($0)] } }

  static func == (one: ArticleFeatures, other: ArticleFeatures) -> Bool {
    one.values == other.values && one.pivots == other.pivots
  }

  func hash(into hasher: inout Hasher) {
    values.hash(into: &hasher)
    pivots.hash(into: &hasher)
  }
}

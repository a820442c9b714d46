import NewsModel

/// A figure that an article states of something.
struct StatedFigure: Sendable {
  /// Its value.
  var value: Double
  /// Whether the article itself calls it approximate ("about", "more than").
  var isApproximate: Bool
  /// The counted concept, where the concept table knows it.
  var concept: CountedConcept?
  /// The counted thing, exactly: the concept and whom it befell, or the unit, or the noun.
  var key: UInt64
  /// The counted thing, in the article's word.
  var subject: String
  /// The hash of that word.
  var subjectStem: UInt64
  /// The figure as it stands in the text, from its qualifier to what is counted.
  var text: String
  /// The sentence that it stands in.
  var sentence: ReadSentence
  /// Marks of the name of its place; none if the sentence names none beside it.
  var place: [UInt64]
  /// The stem of the nearest name before it in its sentence: whose points, whose price; nil where
  /// none is near.
  var owner: UInt64?
  /// The stems of the figure itself, which say nothing about the rest of the sentence.
  var ownStems: [UInt64]
}

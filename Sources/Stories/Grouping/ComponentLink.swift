/// A kept score between two articles of a component, by their places in the order of ids.
struct ComponentLink: Hashable, Sendable {
  /// The smaller place.
  var first: Int
  /// The greater place.
  var second: Int
  /// Their score.
  var score: PairScore
}

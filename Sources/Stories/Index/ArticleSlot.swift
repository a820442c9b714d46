internal import NewsModel

/// One article of the index with the scores that were kept of it.
struct ArticleSlot: Sendable {
  /// The article; nil while the slot is free.
  var article: PreparedArticle?
  /// The slots of the articles it has a kept score with, and the scores; in no order.
  var neighbours: [Neighbour] = []
  /// The group it is in, nil until the next `regroup`.
  var group: Int?

  /// A kept score.
  struct Neighbour: Hashable, Sendable {
    var slot: Int32
    var score: PairScore
  }
}

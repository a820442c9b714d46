internal import NewsModel

/// One article of the index with the scores that were kept of it.
struct ArticleSlot: Sendable {
  /// The article, without the furniture of its title; nil while the slot is free.
  var article: PreparedArticle?
  /// The terms that are cut of its title (`TitleFurniture`).
  var cut: [TermOccurrence] = []
  /// Its part among the copies of its text (`CopyCrowd`); nil until it is decided, and for an
  /// article that a pin names.
  var part: CopyCrowd.Part?
  /// Whether it is on the lists of candidates.
  var isListed = false
  /// The copies that it stands for.
  var followers: [Int32] = []
  /// The slots of the articles it has a kept score with, and the scores; in no order.
  var neighbours: [Neighbour] = []
  /// The group it is in, nil until the next `regroup`.
  var group: Int?

  /// Whether it is a copy that another one stands for: it has no scores and no group of its own.
  var isFollower: Bool { part?.leader != nil }

  /// A kept score.
  struct Neighbour: Hashable, Sendable {
    var slot: Int32
    var score: PairScore
  }
}

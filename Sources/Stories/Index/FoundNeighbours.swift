/// The result of a search for an article's neighbours.
struct FoundNeighbours: Sendable {
  /// The pairs that were scored.
  var candidateCount = 0
  /// The scores worth keeping.
  var neighbours: [ArticleSlot.Neighbour] = []
}

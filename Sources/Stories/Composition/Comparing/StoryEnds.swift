/// The first and the last of a long row: those who reported first, and those who know most.
enum StoryEnds {
  /// The sources of a story whose sentences and figures are compared with one another: beyond a
  /// hundred those between the first and the last fifty, who say what others say. The largest story
  /// of mix-dev has 33 articles.
  static let mostSources = 100

  /// The elements of both ends, in their order; all of a row that is no longer.
  static func of<Element>(_ row: [Element], most: Int = mostSources) -> [Element] {
    row.count <= most ? row : Array(row.prefix(most / 2) + row.suffix(most - most / 2))
  }
}

import NewsModel

@testable import Stories

/// All that an index decided: the groups and every score that it kept.
struct IndexSnapshot: Equatable {
  let groups: [[ArticleID]]
  let scores: [ArticleID: [String: LogOdds]]

  init(_ index: StoryIndex) {
    groups = index.groups
    var scores: [ArticleID: [String: LogOdds]] = [:]
    for id in groups.flatMap(\.self) {
      scores[id] = Dictionary(
        uniqueKeysWithValues: index.keptScores(of: id).map { ($0.0.description, $0.1) })
    }
    self.scores = scores
  }
}

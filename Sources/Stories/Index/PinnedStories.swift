internal import NewsModel

/// The stories that pins have made of groups of the scores, as of the last `regroup`.
struct PinnedStories: Sendable {
  /// The groups of the scores that went into them.
  var groups: Set<Int> = []
  /// The stories; each ordered, all ordered by their first article.
  var stories: [[ArticleID]] = [] {
    didSet {
      storyOf = [:]
      for (number, story) in stories.enumerated() { for id in story { storyOf[id] = number } }
    }
  }
  /// The place in `stories` of each article.
  private(set) var storyOf: [ArticleID: Int] = [:]
}

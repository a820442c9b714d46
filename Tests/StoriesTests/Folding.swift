import NewsModel

@testable import Stories

/// The groups of articles that come at once.
func folded(_ articles: [Article]) -> [[ArticleID]] {
  var index = StoryIndex()
  index.insert(contentsOf: articles)
  _ = index.regroup()
  return index.groups
}

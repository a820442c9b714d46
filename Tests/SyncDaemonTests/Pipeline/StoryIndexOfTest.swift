import NewsModel
import Stories

/// The grouping of a set of articles by an index that holds nothing else.
struct StoryIndexOfTest {
  private var index: StoryIndex

  init(pins: StoryPins) {
    index = StoryIndex(configuration: StoryConfiguration(pins: pins))
  }

  mutating func insert(_ articles: [PreparedArticle]) {
    index.insert(contentsOf: articles)
    _ = index.regroup()
  }

  var groups: [[ArticleID]] { index.groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
}

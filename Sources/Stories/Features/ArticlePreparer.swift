public import NewsModel

/// Prepares articles for an index: reads their terms and forgets their texts.
///
/// What it makes depends on the article alone. Not for use by two threads at once; make one a
/// thread.
public final class ArticlePreparer {
  private let reader = FeatureReader()

  /// Makes a preparer.
  public init() {}

  /// Prepares one article.
  ///
  /// - Complexity: O(*n* log *n*) in the words of the article.
  public func prepare(_ article: Article) -> PreparedArticle {
    reader.prepared(article)
  }

  /// Prepares many articles with the work shared among tasks.
  ///
  /// - Returns: The prepared articles in the order of the articles.
  public static func prepare(_ articles: [Article], tasks: Int) async -> [PreparedArticle] {
    let share = max(1, (articles.count + max(1, tasks) - 1) / max(1, tasks))
    return await withTaskGroup(of: (Int, [PreparedArticle]).self) { group in
      for start in stride(from: 0, to: articles.count, by: share) {
        group.addTask {
          let preparer = ArticlePreparer()
          return (start, articles[start..<min(start + share, articles.count)].map(preparer.prepare))
        }
      }
      var parts: [(Int, [PreparedArticle])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}

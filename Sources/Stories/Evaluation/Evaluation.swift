public import NewsModel

/// Folds a labelled collection and scores the result: for `newsfold evaluate`.
///
/// The gold stories are looked at only when the groups are made.
public struct Evaluation: Hashable, Sendable {
  /// The groups; each ordered, all ordered by their first article.
  public let groups: [[ArticleID]]
  /// Their agreement with the gold stories; nil if no article has one.
  public let scores: EvaluationScores?
  /// The counts of the index's work.
  public let counts: StoryIndex.Counts

  /// Folds and scores.
  ///
  /// An article whose date is its file's time counts as undated, within reach of every other.
  ///
  /// - Parameters:
  ///   - articles: The articles; of two with one id the last stays.
  ///   - gold: The story of each article that has one.
  ///   - comparison: The choice of articles that are compared.
  ///   - tasks: The number of tasks that share the work; the result is the same for any number.
  /// - Returns: The groups and their scores.
  public static func run(
    _ articles: [Article], gold: [ArticleID: String],
    comparison: StoryConfiguration.Comparison = .candidates, tasks: Int = 2
  ) async -> Evaluation {
    var configuration = StoryConfiguration(fileDates: .reachEverything)
    configuration.comparison = comparison
    var index = StoryIndex(configuration: configuration)
    await index.insert(contentsOf: articles, tasks: tasks)
    _ = index.regroup()
    let groups = index.groups
    return Evaluation(
      groups: groups, scores: gold.isEmpty ? nil : EvaluationScores(groups: groups, gold: gold),
      counts: index.counts)
  }

  /// The story that each article was folded into, named by its first article.
  public var predictions: [(article: ArticleID, story: ArticleID)] {
    groups.flatMap { group in group.map { ($0, group[0]) } }
  }
}

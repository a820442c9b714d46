public import NewsModel

/// Folds a labelled collection and scores the result: what `newsfold evaluate` prints.
///
/// The gold stories are only looked at when the groups stand.
public struct Evaluation: Hashable, Sendable {
  /// The groups; each ordered, all ordered by their first article.
  public let groups: [[ArticleID]]
  /// How well they agree with the gold stories; nil if no article has one.
  public let scores: EvaluationScores?
  /// What the index did.
  public let counts: StoryIndex.Counts

  /// Folds and scores.
  ///
  /// An article whose date is its file's time counts as undated, within reach of every other.
  ///
  /// - Parameters:
  ///   - articles: The articles; of two with one id the last stays.
  ///   - gold: The story of each article that has one.
  ///   - comparison: Which articles are compared.
  ///   - tasks: How many tasks share the work; the result is the same for any number.
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

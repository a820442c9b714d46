public import NewsModel
public import Stories

/// The reasons why two articles are, or are not, one story, as `explain --json` prints them.
public struct PairExplanation: Hashable, Codable, Sendable {
  /// The first article.
  public var first: ArticleID
  /// The second article.
  public var second: ArticleID
  /// Whether they are in one story.
  public var together: Bool
  /// The score in log-odds.
  public var score: Double
  /// The score from which two articles alone are one story.
  public var threshold: Double
  /// The named terms that add up to the score.
  public var evidence: [String: Double]
  /// The values behind the terms, by the same names.
  public var values: [String: Double]
  /// The words that both articles share.
  public var words: SharedWords?
  /// The reason why the texts were not compared; nil if they were.
  public var notCompared: String?
  /// The pin that decided, if there is one: `together` or `apart`.
  public var pin: String?
  /// The strongest chain of articles from one to the other within their story; nil if there is
  /// none.
  public var path: EvidencePath?
  /// The terms in the order in which they add up.
  public var order: [String]
}

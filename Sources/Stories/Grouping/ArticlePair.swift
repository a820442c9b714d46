public import NewsModel

/// Two articles, the smaller id first.
public struct ArticlePair: Hashable, Comparable, Codable, Sendable {
  /// The smaller id.
  public let first: ArticleID
  /// The greater id.
  public let second: ArticleID

  /// Orders two ids.
  public init(_ one: ArticleID, _ other: ArticleID) {
    (first, second) = one < other ? (one, other) : (other, one)
  }

  /// Orders by the first id, then the second.
  public static func < (one: ArticlePair, other: ArticlePair) -> Bool {
    (one.first, one.second) < (other.first, other.second)
  }
}

public import NewsModel

/// The connection of two articles of one story: the path of kept scores between them whose weakest
/// link is strongest.
public struct EvidencePath: Hashable, Codable, Sendable {
  /// A step from one article to the next.
  public struct Link: Hashable, Codable, Sendable {
    /// The article that the step starts from.
    public let from: ArticleID
    /// The article that it leads to.
    public let to: ArticleID
    /// Their score in log-odds.
    public let score: Double
  }

  /// The steps from the first article to the second.
  public let links: [Link]

  /// The step with the lowest score, the first of several; nil for a path without steps.
  public var weakest: Link? {
    links.min { $0.score < $1.score }
  }
}

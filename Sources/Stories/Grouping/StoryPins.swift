internal import NewsModel

/// The decisions of a person on pairs of articles; they win over every score.
///
/// A pin whose article the index does not hold waits for it. `together` joins the whole stories of
/// the two articles, but for what `apart` forbids. Where pins contradict one another, `apart` wins:
/// a link that would bring two articles together that are to be apart is not made, links being
/// tried in the order of their ids.
public struct StoryPins: Hashable, Codable, Sendable {
  /// Pairs that are one story.
  public var together: Set<ArticlePair>
  /// Pairs that are not one story.
  public var apart: Set<ArticlePair>

  /// The articles that they name.
  var articles: Set<ArticleID> { Set(together.union(apart).flatMap { [$0.first, $0.second] }) }

  /// Makes pins.
  public init(together: Set<ArticlePair> = [], apart: Set<ArticlePair> = []) {
    self.together = together
    self.apart = apart
  }
}

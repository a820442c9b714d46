public import NewsModel

/// An article as the index keeps it: its id, time and features, without its text.
public struct PreparedArticle: Hashable, Sendable {
  /// The article.
  public var id: ArticleID
  /// When it was published.
  var time: PublicationTime
  /// The features of its text.
  var features: ArticleFeatures
  /// The mark of the article that it was prepared from; nil if nobody asks.
  var source: SourceMark?
  /// Where its title may end before the name of an outlet, the last place first.
  var titleEnds: [TitleEnd] = []
}

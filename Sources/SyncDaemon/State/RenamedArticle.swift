public import NewsModel

/// An article that has got another id because its file is read differently.
///
/// It is kept for ever: what was published under the former id still belongs to the article.
public struct RenamedArticle: Hashable, Codable, Sendable {
  /// The former id.
  public var from: ArticleID
  /// The new id.
  public var to: ArticleID
  /// The first id that the article ever had. It names the article's own entry in feeds that are not
  /// merged.
  ///
  /// Nil if the new id belonged to another file's article already; that one keeps its entry.
  public var first: ArticleID?

  /// Makes a record.
  public init(from: ArticleID, to: ArticleID, first: ArticleID?) {
    self.from = from
    self.to = to
    self.first = first
  }
}

public import NewsModel

/// An article that has another id from now on, since its file is read differently.
///
/// Kept for ever: what was published under the former id stays the same article's.
public struct RenamedArticle: Hashable, Codable, Sendable {
  /// The id that it had.
  public var from: ArticleID
  /// The id that it has.
  public var to: ArticleID
  /// The id that names it in the entry that it has by itself, in feeds that are not merged: the
  /// first that it ever had.
  ///
  /// Nil where the new id stood for another file's article already, which keeps the entry that it
  /// has.
  public var first: ArticleID?

  /// Makes a record.
  public init(from: ArticleID, to: ArticleID, first: ArticleID?) {
    self.from = from
    self.to = to
    self.first = first
  }
}

public import NewsModel

/// The pins of one entry (`pins.yaml`).
public struct EntryPins: Hashable, Sendable {
  /// The article that leads.
  public var leadingArticle: ArticleID?
  /// The outlet whose article leads, by name in any case.
  public var leadingOutlet: String?
  /// The title of the entry.
  public var title: String?

  /// Makes pins; a pin that names nothing in the story has no effect.
  public init(
    leadingArticle: ArticleID? = nil, leadingOutlet: String? = nil, title: String? = nil
  ) {
    self.leadingArticle = leadingArticle
    self.leadingOutlet = leadingOutlet
    self.title = title
  }
}

public import NewsModel

/// The person's last word on one entry (`pins.yaml`).
public struct EntryPins: Hashable, Sendable {
  /// The article that leads.
  public var leadingArticle: ArticleID?
  /// The outlet whose article leads, by name in any case.
  public var leadingOutlet: String?
  /// The title of the entry.
  public var title: String?

  /// Makes pins; what names nothing in the story has no effect on it.
  public init(
    leadingArticle: ArticleID? = nil, leadingOutlet: String? = nil, title: String? = nil
  ) {
    self.leadingArticle = leadingArticle
    self.leadingOutlet = leadingOutlet
    self.title = title
  }
}

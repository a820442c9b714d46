public import FoundationEssentials

/// One article of an entry's story, as the entry presents it.
public struct Coverage: Hashable, Codable, Sendable {
  /// The article.
  public var article: ArticleID
  /// The name of its outlet; empty if unknown.
  public var outlet: String
  /// The address of the outlet's own feed, if the settings name it (RSS `source` asks for that
  /// one).
  public var outletFeedURL: String?
  /// Its headline.
  public var title: String
  /// Its permalink, if it has one.
  public var url: String?
  /// Its language, if known.
  public var language: String?
  /// When it was published.
  public var published: Date
  /// The origin of that date.
  public var dateOrigin: DateOrigin
  /// Its relation to the canonical article.
  public var relation: Relation
  /// Sentences of it, word for word, that say what the canonical article does not; the most telling
  /// first.
  public var additions: [String]

  /// Makes the coverage of one article.
  public init(
    article: ArticleID, outlet: String, outletFeedURL: String? = nil, title: String,
    url: String? = nil, language: String? = nil, published: Date,
    dateOrigin: DateOrigin = .stated, relation: Relation, additions: [String] = []
  ) {
    self.article = article
    self.outlet = outlet
    self.outletFeedURL = outletFeedURL
    self.title = title
    self.url = url
    self.language = language
    self.published = published
    self.dateOrigin = dateOrigin
    self.relation = relation
    self.additions = additions
  }
}

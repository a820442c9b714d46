public import FoundationEssentials

/// A story as the pages that list every story show it.
///
/// It has what an archive keeps for ever, so that a list can be made again without any text.
public struct ListedStory: Hashable, Sendable {
  /// The last part of its page's path.
  public var slug: String
  /// Its title.
  public var title: String
  /// The language of the title, if known.
  public var language: String?
  /// When it was first published.
  public var published: Date
  /// When a reader would last have noticed something.
  public var updated: Date
  /// The names of its outlets, each once, in the order in which they reported.
  public var outlets: [String]

  /// Makes a story of a list.
  public init(
    slug: String, title: String, language: String? = nil, published: Date, updated: Date,
    outlets: [String]
  ) {
    self.slug = slug
    self.title = title
    self.language = language
    self.published = published
    self.updated = updated
    self.outlets = outlets
  }

  /// The order of a list: as they were published.
  public static func isEarlier(_ first: ListedStory, _ second: ListedStory) -> Bool {
    (first.published, first.slug) < (second.published, second.slug)
  }
}

public import NewsModel

/// A further feed: the choice of entries that it takes from the main one.
public struct FeedSettings: Hashable, Sendable {
  /// The name of its folder below `public/`.
  public var name: String
  /// Its title for people; nil makes a title from the site's and the name.
  public var title: String?
  /// Only stories that one of these outlets covers.
  public var sources: [String] = []
  /// Only stories with one of these tags.
  public var tags: [String] = []
  /// Only stories in one of these languages (BCP 47 primary subtags).
  public var languages: [String] = []
  /// Only stories whose title, summary or text has all words of one of these phrases.
  public var words: [String] = []
  /// The stories that it does not take, although they meet all of its other conditions.
  public var exclude = FeedExclusion()
  /// The least number of independent outlets that report a story.
  public var leastSources = 1
  /// Whether articles are folded into stories; false gives every article an entry of its own.
  public var isMerged = true
  /// The extent of the text that it shows; nil takes the site's.
  public var text: TextExtent?
  /// The most entries of its document; nil takes the site's.
  public var windowEntries: Int?
  /// The greatest age of its entries; nil takes the site's.
  public var windowAge: Duration?
  /// The page to which its entries lead.
  public var link = EntryLink.story

  /// Makes a feed that takes everything.
  public init(name: String) {
    self.name = name
  }
}

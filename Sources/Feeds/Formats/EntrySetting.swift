public import NewsModel

/// The settings of a feed on which the rendered entries depend.
public struct EntrySetting: Hashable, Sendable {
  /// The feed's language, which the entry need not repeat.
  public var language: String?
  /// The extent of the text that the feed shows.
  public var textExtent: TextExtent

  /// Takes the setting from a feed.
  public init(of feed: Feed) {
    language = feed.language
    textExtent = feed.textExtent
  }
}

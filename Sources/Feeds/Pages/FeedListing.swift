public import NewsModel

/// A feed as a list of feeds describes it.
public struct FeedListing: Hashable, Sendable {
  /// The name of its folder below `public/`; empty for the main feed.
  public var name: String
  /// The title that readers see.
  public var title: String
  /// Its subject.
  public var subtitle: String
  /// Its language, if known.
  public var language: String?

  /// Makes a listing.
  public init(name: String, title: String, subtitle: String = "", language: String? = nil) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.language = language
  }

  /// Makes the listing of a feed.
  public init(_ feed: Feed) {
    self.init(
      name: feed.name, title: feed.title, subtitle: feed.subtitle, language: feed.language)
  }

  /// The path of its document in a format, relative to `public/`.
  public func path(as format: any FeedFormat) -> String {
    (name.isEmpty ? "" : name + "/") + format.fileName
  }
}

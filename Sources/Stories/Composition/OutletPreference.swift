public import NewsModel

/// The settings for one outlet.
public struct OutletPreference: Hashable, Sendable {
  /// Its rank among the preferred outlets, 1 first; nil comes after all that have one.
  public var rank: Int?
  /// The most of its text that may be shown.
  public var textExtent: TextExtent?
  /// The address of its own feed.
  public var feedURL: String?

  /// Makes a preference.
  public init(rank: Int? = nil, textExtent: TextExtent? = nil, feedURL: String? = nil) {
    self.rank = rank
    self.textExtent = textExtent
    self.feedURL = feedURL
  }
}

public import NewsModel

/// What the settings say of one outlet.
public struct OutletPreference: Hashable, Sendable {
  /// Its place among the preferred sources, 1 first; nil is behind all that have one.
  public var rank: Int?
  /// How much of its text may be shown at most.
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

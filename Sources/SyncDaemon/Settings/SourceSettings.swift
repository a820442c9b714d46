public import NewsModel

/// The settings of one outlet.
public struct SourceSettings: Hashable, Sendable {
  /// The outlet's name, as its articles give it.
  public var name: String
  /// The address of its own feed.
  public var feed: String?
  /// The extent of its text that may be shown; nil takes the feed's.
  public var text: TextExtent?
  /// Its rank among preferred outlets, 1 first; nil comes after all that have one.
  public var rank: Int?

  /// Makes the settings of an outlet without any value.
  public init(name: String) {
    self.name = name
  }
}

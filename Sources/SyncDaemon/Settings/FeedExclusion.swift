/// The stories that a further feed does not take. One match is enough.
public struct FeedExclusion: Hashable, Sendable {
  /// Stories that one of these outlets covers.
  public var sources: [String] = []
  /// Stories with one of these tags.
  public var tags: [String] = []
  /// Stories of which some article is in one of these languages (BCP 47 primary subtags).
  public var languages: [String] = []
  /// Stories that have all words of one of these phrases, in the title of some source, too.
  public var words: [String] = []

  /// Makes an exclusion of nothing.
  public init() {}

  /// Whether it excludes nothing.
  var isEmpty: Bool { sources.isEmpty && tags.isEmpty && languages.isEmpty && words.isEmpty }
}

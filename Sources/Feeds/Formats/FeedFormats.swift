/// The formats that every feed is published in.
public enum FeedFormats {
  /// Atom, RSS and JSON Feed: pages name them in this order, and readers that take the first get Atom.
  ///
  /// All that is said of a format is in its own file; this line makes it one that is published.
  public static let all: [any FeedFormat] = [AtomFormat(), RSSFormat(), JSONFeedFormat()]

  /// The format of a document at a path, by its name; nil for what is no feed.
  public static func format(ofPath path: String) -> (any FeedFormat)? {
    let name = path.split(separator: "/").last ?? ""
    return all.first { $0.fileName == name }
  }

  /// The format of a media type, whatever its parameters; nil for what is no feed.
  public static func format(ofMediaType mediaType: String) -> (any FeedFormat)? {
    let type = mediaType.prefix { $0 != ";" }
    return all.first { $0.linkType == type }
  }
}

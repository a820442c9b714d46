/// The formats that every feed is published in.
public enum FeedFormats {
  /// Atom, RSS and JSON Feed: pages name them in this order, and readers that take the first get
  /// Atom.
  ///
  /// Everything else about a format is in its own file.
  public static let all: [any FeedFormat] = [AtomFormat(), RSSFormat(), JSONFeedFormat()]

  /// The format of a document, by the name in its path; nil if it is no feed.
  public static func format(ofPath path: String) -> (any FeedFormat)? {
    let name = path.split(separator: "/").last ?? ""
    return all.first { $0.fileName == name }
  }

  /// The format of a media type, whatever its parameters; nil if it is no feed's.
  public static func format(ofMediaType mediaType: String) -> (any FeedFormat)? {
    let type = mediaType.prefix { $0 != ";" }
    return all.first { $0.linkType == type }
  }
}

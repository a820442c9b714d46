import Feeds

/// The place of a document in the order of uploads: whatever a document links to comes before it.
enum DocumentRank: Int, Comparable, CaseIterable {
  /// Pictures, styles and scripts, which link to nothing.
  case asset
  /// The pages of stories.
  case story
  /// The archive documents of feeds, which link to pages.
  case archive
  /// The pages about the whole site and the list of feeds.
  case site
  /// The feeds, which readers ask for first.
  case feed

  /// Finds the place of a document from its path below `public/`.
  init(path: String) {
    let parts = path.split(separator: "/")
    if parts.first == "stories" {
      self = .story
    } else if parts.count > 1, parts.dropLast().contains("archive") {
      self = .archive
    } else if FeedFormats.format(ofPath: path) != nil {
      self = .feed
    } else {
      self = Self.isSite(MediaType.of(path: path)) ? .site : .asset
    }
  }

  /// Whether the documents of the rank are few, and are read before those that they link to.
  var isHot: Bool { self >= .site }

  static func < (one: DocumentRank, other: DocumentRank) -> Bool { one.rawValue < other.rawValue }

  private static func isSite(_ mediaType: String) -> Bool {
    MediaType.isPage(mediaType) || mediaType.contains("json") || mediaType.contains("xml;")
      || mediaType.contains("opml")
  }
}

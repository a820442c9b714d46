public import NewsModel

/// Takes an archive document that is published already along when its site moves to another address.
///
/// Newsfold's own documents below the old address are below the new one from then on: the document's own links, those
/// to its neighbours, and the pages of its stories. Nothing else changes, so that the entries stay as they were published.
public struct ArchiveRelocation: Sendable {
  private let feed: Feed

  /// Prepares to take an archive document along.
  ///
  /// - Parameter feed: The feed at its new address, with the number of the archive document.
  public init(of feed: Feed) { self.feed = feed }

  /// The path of the document, relative to `public/`.
  public func path(as format: any FeedFormat) -> String { FeedAddress.path(of: feed, as: format) }

  /// The document at the new address.
  ///
  /// - Parameters:
  ///   - bytes: The document as it is published.
  ///   - format: Its format.
  /// - Returns: The document; nil if it is there already, or does not say where it is.
  public func document(_ bytes: [UInt8], as format: any FeedFormat) -> FeedDocument? {
    let path = path(as: format)
    guard let old = base(of: bytes, path: path, as: format), old != feed.baseURL else { return nil }
    let places =
      (FeedAddress.reservedNames.map { $0 + "/" } + [FeedAddress.folder(of: feed)])
      .filter { !$0.isEmpty }
      .map { Array($0.utf8) } + FeedFormats.all.map { Array($0.fileName.utf8) }
    let (before, after) = (format.syntax.escaped(old), format.syntax.escaped(feed.baseURL))
    var moved: [UInt8] = []
    var rest = bytes[...]
    while let found = rest.firstRange(of: before) {
      let tail = bytes[found.upperBound...]
      // The address itself ends there: with a quotation mark or an element.
      let isOwn =
        tail.first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") } ?? true
        || places.contains { tail.starts(with: $0) }
      moved += rest[..<found.lowerBound] + (isOwn ? after : before)
      rest = tail
    }
    moved += rest
    return FeedDocument(
      path: path, mediaType: format.mediaType, bytes: moved, lastModified: feed.updated,
      minutesToLive: feed.minutesToLive,
      links: [WebLink(relation: "self", url: feed.baseURL + path, mediaType: format.linkType)])
  }

  /// The address of the site that a document says it is at.
  private func base(of bytes: [UInt8], path: String, as format: any FeedFormat) -> String? {
    guard let url = format.syntax.address(in: bytes), url.hasSuffix(path) else { return nil }
    return String(url.dropLast(path.utf8.count))
  }
}

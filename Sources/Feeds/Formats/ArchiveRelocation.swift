public import NewsModel

/// Moves a published archive document when its site gets another address.
///
/// Addresses of newsfold's own documents change from the old address to the new one: the document's
/// own links, those to its neighbours, and those to the pages of its stories. Nothing else changes,
/// so that the entries stay as they were published.
public struct ArchiveRelocation: Sendable {
  private let feed: Feed

  /// Prepares the move of an archive document.
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
  /// - Returns: The document; nil if it has the new address already, or does not state its address.
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
      // The address ends here, with a quotation mark or an element.
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

  /// The address of the site according to a document.
  private func base(of bytes: [UInt8], path: String, as format: any FeedFormat) -> String? {
    guard let url = format.syntax.address(in: bytes), url.hasSuffix(path) else { return nil }
    return String(url.dropLast(path.utf8.count))
  }
}

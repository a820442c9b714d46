public import NewsModel

/// Adds the link to the next archive document to one that was published before there was a next one
/// (RFC 5005 §4).
///
/// The entries stay as they were published, byte for byte; the link is where rendering would have
/// put it.
public struct ArchiveSuccession: Sendable {
  /// The next archive document; its number is greater than 1.
  private let next: Feed

  /// Prepares to link to an archive document from the one before it.
  public init(to next: Feed) { self.next = next }

  /// The path of the document before it, relative to `public/`.
  ///
  /// - Returns: The path; nil if there is none before it.
  public func path(as format: any FeedFormat) -> String? {
    guard let number = next.archive.number, number > 1 else { return nil }
    return FeedAddress.archiveFolder(of: next, number: number - 1) + format.fileName
  }

  /// The document before it, with its link.
  ///
  /// - Parameters:
  ///   - bytes: The document as it is published.
  ///   - format: Its format.
  /// - Returns: The document; nil if it has the link, or is not an archive document that the format
  ///   made.
  public func document(_ bytes: [UInt8], as format: any FeedFormat) -> FeedDocument? {
    guard let path = path(as: format), let number = next.archive.number else { return nil }
    let url = FeedAddress.archiveURL(of: next, number: number, as: format)
    guard let linked = format.syntax.linked(bytes, to: url) else { return nil }
    return FeedDocument(
      path: path, mediaType: format.mediaType, bytes: linked, lastModified: next.updated,
      minutesToLive: next.minutesToLive,
      links: [
        WebLink(
          relation: "self", url: next.baseURL + path, mediaType: format.linkType)
      ])
  }
}

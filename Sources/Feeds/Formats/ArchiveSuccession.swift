internal import Markup
public import NewsModel

/// Links an archive document that is published already to the next one, which has come since (RFC 5005 §4).
///
/// The entries stay as they were published, byte for byte; the link is put where rendering the document anew would
/// have put it.
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
  /// - Returns: The document; nil if it has the link, or is not an archive document that the format made.
  public func document(_ bytes: [UInt8], as format: any FeedFormat) -> FeedDocument? {
    guard let path = path(as: format), let number = next.archive.number else { return nil }
    let url = FeedAddress.archiveURL(of: next, number: number, as: format)
    let linked: [UInt8]? =
      switch format {
      case is AtomFormat: xml(bytes, "link", url, depth: 1, before: "<entry>", format)
      case is RSSFormat: xml(bytes, "atom:link", url, depth: 2, before: "<item>", format)
      case is JSONFeedFormat: json(bytes, url)
      default: nil
      }
    guard let linked else { return nil }
    return FeedDocument(
      path: path, mediaType: format.mediaType, bytes: linked, lastModified: next.updated,
      minutesToLive: next.minutesToLive,
      links: [
        WebLink(
          relation: "self", url: next.baseURL + path, mediaType: format.linkType)
      ])
  }

  private func xml(
    _ bytes: [UInt8], _ name: StaticString, _ url: String, depth: Int, before entries: String,
    _ format: any FeedFormat
  ) -> [UInt8]? {
    let indent = String(repeating: "  ", count: depth)
    let head = bytes[
      ..<(bytes.firstRange(of: Array("\n\(indent)\(entries)".utf8))?.lowerBound
        ?? bytes.endIndex)]
    guard let mark = head.firstRange(of: Array("\n\(indent)<fh:archive/>".utf8)),
      head.firstRange(of: Array("rel=\"next-archive\"".utf8)) == nil
    else { return nil }
    var xml = XMLWriter(fragmentInside: depth, capacity: 256)
    xml.empty(name, ["rel": "next-archive", "type": format.linkType, "href": url])
    return bytes[..<mark.lowerBound] + xml.finishFragment() + bytes[mark.lowerBound...]
  }

  private func json(_ bytes: [UInt8], _ url: String) -> [UInt8]? {
    let head = bytes[
      ..<(bytes.firstRange(of: Array("\n  \"items\": [".utf8))?.lowerBound
        ?? bytes.endIndex)]
    guard let mark = head.firstRange(of: Array("\n    \"current_url\": \"".utf8)),
      head.firstRange(of: Array("\n    \"newer_url\": \"".utf8)) == nil,
      // An address holds no quotation mark.
      let end = head[mark.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let link = ",\n    \"newer_url\": \"\(CharacterEscape.escaped(url, as: .json))\""
    return bytes[...end] + Array(link.utf8) + bytes[(end + 1)...]
  }
}

public import NewsModel

/// A format of feed documents, such as Atom.
///
/// An implementation has everything about its format: names, media types, writing, parsing and
/// checking of documents. Rendering is a pure function of the feed: it asks no clock and iterates
/// no dictionary, so the same feed gives the same bytes on every machine. It has two steps: each
/// entry becomes a fragment, and the fragments become a document. So unchanged entries need not be
/// rendered again (`FragmentCache`).
public protocol FeedFormat: Sendable {
  /// The name that pages show: `Atom`.
  var name: String { get }
  /// The last part of the document's path: `atom.xml`.
  var fileName: String { get }
  /// The media type without parameters, as links to the document state it: `application/atom+xml`.
  var linkType: String { get }
  /// The media type as HTTP's `Content-Type` states it: `application/atom+xml; charset=utf-8`.
  var mediaType: String { get }
  /// The places of entries, links and addresses in its documents.
  var syntax: FeedSyntax { get }

  /// Renders one entry as it stands in a document.
  func fragment(of entry: Entry, setting: EntrySetting) -> [UInt8]

  /// Renders a feed, or one archive document of it (RFC 5005), from the fragments of its entries in
  /// their order.
  ///
  /// There are as many fragments as the feed has entries.
  func bytes(of feed: Feed, fragments: [[UInt8]]) -> [UInt8]

  /// Reads a document with a parser that uses nothing of the writer, and returns its contents.
  ///
  /// - Throws: The first fault against the format's standard, or against newsfold's own rules.
  func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed

  /// Reads which hubs, address and page a document states of itself, for HTTP's `Link` header after
  /// a restart.
  ///
  /// - Returns: The links; none of what is no document of the format.
  func links(of bytes: [UInt8]) -> [WebLink]
}

extension FeedFormat {
  /// Renders a feed, or one archive document of it (RFC 5005).
  public func document(of feed: Feed) -> FeedDocument {
    let setting = EntrySetting(of: feed)
    return document(of: feed, fragments: feed.entries.map { fragment(of: $0, setting: setting) })
  }

  /// Renders a feed from the fragments of its entries.
  public func document(of feed: Feed, fragments: [[UInt8]]) -> FeedDocument {
    precondition(fragments.count == feed.entries.count, "a fragment is missing")
    var links = feed.hubs.map { WebLink(relation: "hub", url: $0) }
    links.append(
      WebLink(relation: "self", url: FeedAddress.url(of: feed, as: self), mediaType: linkType))
    return FeedDocument(
      path: FeedAddress.path(of: feed, as: self), mediaType: mediaType,
      bytes: bytes(of: feed, fragments: fragments), lastModified: feed.updated,
      minutesToLive: feed.minutesToLive, links: links)
  }
}

public import NewsModel

/// How a feed becomes a document: one implementation a format.
///
/// Rendering is a pure function of the feed: it asks no clock and iterates no dictionary, so the same feed gives
/// the same bytes on every machine (DESIGN.md, invariant 3).
public protocol FeedFormat: Sendable {
  /// The last part of the document's path: `atom.xml`.
  var fileName: String { get }
  /// The media type without parameters, as links to the document state it: `application/atom+xml`.
  var linkType: String { get }
  /// The media type as HTTP's `Content-Type` states it: `application/atom+xml; charset=utf-8`.
  var mediaType: String { get }
  /// What a person calls the format: `Atom`.
  var name: String { get }

  /// Renders a feed, or one archive document of it (RFC 5005).
  func document(of feed: Feed) -> FeedDocument
}

public import NewsModel

/// Checks every document before it is published, so that a broken feed never is.
///
/// It reads the bytes with parsers of its own and uses nothing that the writers know, so that a
/// mistake of a writer cannot reach a reader. Feeds must be well-formed, have what their standard
/// requires, unique and known ids, dates in order and absolute addresses; pages must be whole and
/// have unique anchors.
public struct DocumentCheck: Sendable {
  /// Tells whether an id was given to a story; nil leaves ids unchecked.
  private let isKnown: (@Sendable (EntryID) -> Bool)?

  /// The most bytes of a document that readers take: Miniflux 2.2 reads 15 MB
  /// (`HTTP_CLIENT_MAX_BODY_SIZE`), the most of the readers that have a limit. The identity of a
  /// story, `story.json`, has none: newsfold itself takes ids from it, of all its articles.
  public static let byteLimit = 15_000_000

  /// Makes a check.
  ///
  /// - Parameter isKnown: Tells whether an id was given to a story; nil leaves ids unchecked.
  public init(isKnown: (@Sendable (EntryID) -> Bool)? = nil) { self.isKnown = isKnown }

  /// Checks a document.
  ///
  /// - Throws: `DocumentError` with the first fault.
  /// - Complexity: O(*n*) in the number of bytes.
  public func check(_ document: FeedDocument) throws(DocumentError) {
    var passed = CheckedEntries()
    try check(document, passed: &passed)
  }

  /// Checks the next version of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - passed: The entries that passed in the last version, and then those of this one; unchanged
  ///     if the document is no feed.
  /// - Throws: `DocumentError` with the first fault.
  /// - Complexity: For a feed O(*n*) in the bytes of the entries that have not passed, besides a
  ///   digest of the document.
  public func check(
    _ document: FeedDocument, passed: inout CheckedEntries
  ) throws(DocumentError) {
    do throws(DocumentFault) {
      let isIdentity = document.mediaType == "application/json"
      guard isIdentity || document.bytes.count <= Self.byteLimit else {
        throw .tooLarge(byteCount: document.bytes.count, limit: Self.byteLimit)
      }
      if let format = FeedFormats.format(ofMediaType: document.mediaType) {
        try check(document, &passed) { bytes throws(DocumentFault) in try format.read(bytes) }
      } else {
        try checkOther(document)
      }
    } catch {
      throw DocumentError(path: document.path, fault: error)
    }
  }

  /// Checks a document that is no feed.
  private func checkOther(_ document: FeedDocument) throws(DocumentFault) {
    let type = String(document.mediaType.prefix { $0 != ";" })
    switch type {
    case "text/x-opml": try OPMLCheck().check(document.bytes)
    case "application/xml": try SitemapCheck().check(document.bytes)
    case "text/html": try PageCheck().check(document.bytes)
    // Documents that no reader parses, or that an encoder wrote whole.
    case _ where Self.unread.contains(type): break
    default: throw .unknownKind(type)
    }
  }

  /// The kinds of documents that have no check: data for our own pages, and the files that all
  /// pages share.
  private static let unread: Set<String> = [
    "application/json", "text/css", "text/plain", "text/javascript", "image/png", "image/svg+xml",
    "image/vnd.microsoft.icon", "image/x-icon",
  ]

  private func check(
    _ document: FeedDocument, _ passed: inout CheckedEntries,
    _ read: ([UInt8]) throws(DocumentFault) -> CheckedFeed
  ) throws(DocumentFault) {
    let feed =
      if let slices = document.slices {
        try passed.feed(document.bytes, slices, read: read)
      } else {
        try read(document.bytes)
      }
    try feed.check(isKnown: isKnown)
  }
}

extension DocumentFault: Error {}

public import NewsModel

/// The gate: what every document must pass before it is published (a broken feed is never published).
///
/// It reads the bytes anew with parsers of its own and trusts nothing that the writers know, so that a mistake in a
/// writer cannot reach a reader. Feeds must be well-formed, have what their standard requires, unique and known ids,
/// dates in order and absolute addresses; pages must be whole and have unique anchors.
public struct DocumentCheck: Sendable {
  /// Says whether an id was given to a story, or nil if that is not to be checked.
  private let isKnown: (@Sendable (EntryID) -> Bool)?

  /// The most bytes of a document: Miniflux 2.2 reads 15 MB (`HTTP_CLIENT_MAX_BODY_SIZE`), the most of the readers in
  /// READERS.md that have a limit.
  public static let byteLimit = 15_000_000

  /// Makes a check.
  ///
  /// - Parameter isKnown: Says whether an id was given to a story; nil leaves that out.
  public init(isKnown: (@Sendable (EntryID) -> Bool)? = nil) { self.isKnown = isKnown }

  /// Checks a document.
  ///
  /// - Throws: `DocumentError` with the first fault.
  /// - Complexity: O(*n*) in the number of bytes.
  public func check(_ document: FeedDocument) throws(DocumentError) {
    do throws(DocumentFault) {
      guard document.bytes.count <= Self.byteLimit else {
        throw .tooLarge(byteCount: document.bytes.count, limit: Self.byteLimit)
      }
      switch document.mediaType.prefix(while: { $0 != ";" }) {
      case "application/atom+xml": try AtomCheck(isKnown: isKnown).check(document.bytes)
      case "application/rss+xml": try RSSCheck(isKnown: isKnown).check(document.bytes)
      case "application/feed+json": try JSONFeedCheck(isKnown: isKnown).check(document.bytes)
      case "text/x-opml": try OPMLCheck().check(document.bytes)
      case "text/html": try PageCheck().check(document.bytes)
      default: break
      }
    } catch {
      throw DocumentError(path: document.path, fault: error)
    }
  }
}

extension DocumentFault: Error {}

public import FoundationEssentials

/// The changes of one pass to the published documents.
public struct Publication: Hashable, Sendable {
  /// The documents that are new or differ from what was published, pages before the feeds that link to them.
  public var documents: [FeedDocument]
  /// The paths that are no longer published at all.
  public var removed: [String]
  /// The pages of merged stories, answered with 308; static hosting serves the page in `documents` instead.
  public var redirects: [PageRedirect]
  /// The paths of withdrawn stories' pages, answered with 410 and the page in `documents`.
  public var gone: [String]
  /// The fate of stories, for the change API, oldest `updated` first.
  public var changes: [EntryChange]
  /// The latest date that a document bore when what was published got lost; nil if nothing did.
  ///
  /// Whoever knows a document by its date alone must not be told that the one in its place is as old.
  public var lostAt: Date?

  /// Makes a publication.
  public init(
    documents: [FeedDocument] = [], removed: [String] = [], redirects: [PageRedirect] = [],
    gone: [String] = [], changes: [EntryChange] = [], lostAt: Date? = nil
  ) {
    self.documents = documents
    self.removed = removed
    self.redirects = redirects
    self.gone = gone
    self.changes = changes
    self.lostAt = lostAt
  }

  /// Whether there is nothing to publish.
  public var isEmpty: Bool {
    documents.isEmpty && removed.isEmpty && redirects.isEmpty && gone.isEmpty && changes.isEmpty
  }
}

public import FoundationEssentials

/// The changes of one pass to the published documents.
public struct Publication: Hashable, Sendable {
  /// The number of the publication, as the state counts; several parts of one have the same.
  public var number: Int
  /// The documents that are new or changed, pages before the feeds that link to them.
  public var documents: [FeedDocument]
  /// The paths that are no longer published at all.
  public var removed: [String]
  /// The pages of merged stories, answered with 308; static hosting serves the page in `documents`
  /// instead.
  public var redirects: [PageRedirect]
  /// The paths of withdrawn stories' pages, answered with 410 and the page in `documents`.
  public var gone: [String]
  /// The changes of entries, for the change API, oldest `updated` first.
  public var changes: [EntryChange]
  /// The latest date of a document before published documents were lost; nil if none were.
  ///
  /// A client that knows a document only by its date must not be told that the new one is as old.
  public var lostAt: Date?

  /// Makes a publication.
  public init(
    documents: [FeedDocument] = [], removed: [String] = [], redirects: [PageRedirect] = [],
    gone: [String] = [], changes: [EntryChange] = [], lostAt: Date? = nil, number: Int = 0
  ) {
    self.number = number
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

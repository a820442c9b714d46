/// What one pass of the pipeline changes in what is published.
public struct Publication: Hashable, Sendable {
  /// The documents that are new or differ from what was published, pages before the feeds that link to them.
  public var documents: [FeedDocument]
  /// The paths that are no longer published at all.
  public var removed: [String]
  /// The pages of merged stories, answered with 308; static hosting serves the page in `documents` instead.
  public var redirects: [PageRedirect]
  /// The paths of withdrawn stories' pages, answered with 410 and the page in `documents`.
  public var gone: [String]
  /// What became of stories, for the change API, oldest `updated` first.
  public var changes: [EntryChange]

  /// Makes a publication.
  public init(
    documents: [FeedDocument] = [], removed: [String] = [], redirects: [PageRedirect] = [],
    gone: [String] = [], changes: [EntryChange] = []
  ) {
    self.documents = documents
    self.removed = removed
    self.redirects = redirects
    self.gone = gone
    self.changes = changes
  }

  /// Whether there is nothing to publish.
  public var isEmpty: Bool {
    documents.isEmpty && removed.isEmpty && redirects.isEmpty && gone.isEmpty && changes.isEmpty
  }
}

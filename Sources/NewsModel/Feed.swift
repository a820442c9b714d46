public import FoundationEssentials

/// An ordered list of entries with metadata (Atom `feed`, RSS `channel`), ready to be rendered in
/// any format.
public struct Feed: Hashable, Sendable {
  /// The name of its folder below `public/`: `""` for the main feed, `NAME` for `NAME/atom.xml`.
  public var name: String
  /// The title that readers see.
  public var title: String
  /// Its subject, in a sentence.
  public var subtitle: String
  /// Its permanent id, a `tag:` URI.
  public var id: String
  /// The absolute address that `public/` is served at, ending in `/`.
  public var baseURL: String
  /// Its language (BCP 47), or that of most entries; nil if neither is known.
  public var language: String?
  /// The newest `updated` of its entries; for an empty feed, the site's first day.
  public var updated: Date
  /// Who publishes it.
  public var author: Person
  /// Its entries, the newest `updated` first.
  public var entries: [Entry]
  /// The entries that have gone from it lately, newest first.
  public var tombstones: [Tombstone]
  /// WebSub hubs, absolute URLs.
  public var hubs: [String]
  /// The share of the text that it shows.
  public var textExtent: TextExtent
  /// The page to which its entries lead.
  public var link: EntryLink
  /// The minutes that a reader may keep it before asking again (RSS `ttl`, HTTP `max-age`).
  public var minutesToLive: Int
  /// Its place among archive documents (RFC 5005).
  public var archive: ArchivePosition

  /// Makes a feed.
  public init(
    name: String = "", title: String, subtitle: String = "", id: String, baseURL: String,
    language: String? = nil, updated: Date, author: Person, entries: [Entry],
    tombstones: [Tombstone] = [], hubs: [String] = [], textExtent: TextExtent = .extract,
    link: EntryLink = .story, minutesToLive: Int = 5, archive: ArchivePosition = ArchivePosition()
  ) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.id = id
    self.baseURL = baseURL
    self.language = language
    self.updated = updated
    self.author = author
    self.entries = entries
    self.tombstones = tombstones
    self.hubs = hubs
    self.textExtent = textExtent
    self.link = link
    self.minutesToLive = minutesToLive
    self.archive = archive
  }
}

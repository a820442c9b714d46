public import FoundationEssentials

/// The bytes of one published file: a feed in one format, a page, a list of feeds, a picture or a
/// script.
///
/// The same value is written to `public/` by the directory target and answered from memory by the
/// server, so that both give the same bytes.
public struct FeedDocument: Hashable, Sendable {
  /// Its path relative to `public/`, with `/` between parts and no leading one: `atom.xml`,
  /// `archive/0001/atom.xml`, `stories/SLUG/index.html`.
  public var path: String
  /// The value of HTTP's `Content-Type`, with its `charset` where that is not implied.
  public var mediaType: String
  /// The published bytes, uncompressed.
  public var bytes: [UInt8] {
    didSet { (gzip, kept) = (nil, nil) }
  }
  /// The bytes as gzip (RFC 1952), if a target has made them in `PublishTarget.prepared`; nil if
  /// there are none, or none that are smaller.
  public var gzip: [UInt8]?
  /// The places of its entries; nil if it is no feed. They are found at each call, unless
  /// `takeApart` was called.
  public var slices: FeedSlices? { kept ?? FeedSlices(path: path, bytes: bytes) }
  private var kept: FeedSlices?
  /// The date of its last change (HTTP `Last-Modified`): a date of its entries, never the time of
  /// rendering.
  public var lastModified: Date
  /// The number of minutes it may be kept without asking again (HTTP `max-age`, RSS `ttl`); nil
  /// leaves it to the target.
  public var minutesToLive: Int?
  /// The links of HTTP's `Link` header (RFC 8288): hubs, itself, its other forms.
  public var links: [WebLink]

  /// Makes a document.
  public init(
    path: String, mediaType: String, bytes: [UInt8], lastModified: Date, minutesToLive: Int? = nil,
    links: [WebLink] = []
  ) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
    self.lastModified = lastModified
    self.minutesToLive = minutesToLive
    self.links = links
  }

  /// Finds the entries of a feed once for all later calls of `slices`.
  public mutating func takeApart() { kept = slices }
}

/// A media file that belongs to an article (RSS `enclosure`, Atom `link rel="enclosure"`, JSON Feed
/// `attachments`).
public struct Enclosure: Hashable, Codable, Sendable {
  /// Its absolute http(s) address.
  public var url: String
  /// Its media type (`audio/mpeg`).
  public var mediaType: String
  /// Its size in bytes; nil if unknown, which RSS writes as 0.
  public var byteCount: Int?
  /// Its playing time in seconds, if stated.
  public var duration: Double?
  /// Its title, if stated.
  public var title: String?

  /// Makes an enclosure.
  public init(
    url: String, mediaType: String, byteCount: Int? = nil, duration: Double? = nil,
    title: String? = nil
  ) {
    self.url = url
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.duration = duration
    self.title = title
  }
}

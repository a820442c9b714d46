/// An image that an article shows.
public struct Picture: Hashable, Codable, Sendable {
  /// Its absolute http(s) address.
  public var url: String
  /// The text for those who do not see the image; empty if the article gives none.
  public var alternative: String
  /// Who made it, if stated.
  public var credit: String?
  /// Its media type (`image/jpeg`), if known.
  public var mediaType: String?
  /// Its size in bytes, if stated.
  public var byteCount: Int?
  /// Its width in pixels, if stated.
  public var width: Int?
  /// Its height in pixels, if stated.
  public var height: Int?

  /// Makes a picture.
  public init(
    url: String, alternative: String = "", credit: String? = nil, mediaType: String? = nil,
    byteCount: Int? = nil, width: Int? = nil, height: Int? = nil
  ) {
    self.url = url
    self.alternative = alternative
    self.credit = credit
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.width = width
    self.height = height
  }
}

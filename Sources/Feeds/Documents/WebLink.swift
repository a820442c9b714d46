/// A typed link from a document to another resource (RFC 8288), as HTTP's `Link` header carries it.
public struct WebLink: Hashable, Sendable {
  /// The registered relation: `self`, `hub`, `alternate`, `canonical`.
  public var relation: String
  /// The absolute address that it points to.
  public var url: String
  /// The media type found there, if stated.
  public var mediaType: String?

  /// Makes a link.
  public init(relation: String, url: String, mediaType: String? = nil) {
    self.relation = relation
    self.url = url
    self.mediaType = mediaType
  }

  /// One value of the `Link` header: `<https://…>; rel="self"; type="application/atom+xml"`.
  public var headerValue: String {
    var value = "<\(url)>; rel=\"\(relation)\""
    if let mediaType { value += "; type=\"\(mediaType)\"" }
    return value
  }
}

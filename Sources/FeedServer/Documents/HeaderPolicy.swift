import Feeds
import NIOHTTP1

/// The rules for the header fields of documents.
struct HeaderPolicy: Sendable {
  /// The time that a document without its own `minutesToLive` may be kept, in seconds.
  var maxAge: Int
  /// `Content-Security-Policy` of pages.
  var contentSecurityPolicy: String

  /// The fields that both codings of a document share.
  func headers(
    mediaType: String, links: [WebLink], lastModified: Int64, maxAge: Int, isNegotiated: Bool
  ) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "Content-Type": mediaType,
      "Last-Modified": HTTPDate.imfFixdate(lastModified),
      "Cache-Control": CacheControl.value(seconds: maxAge),
      "X-Content-Type-Options": "nosniff",
      "Accept-Ranges": "bytes",
    ]
    // §12.5.5: on both forms, or a cache would give one to clients that need the other.
    if isNegotiated { headers.add(name: "Vary", value: "Accept-Encoding") }
    if !links.isEmpty {
      headers.add(name: "Link", value: links.map(\.headerValue).joined(separator: ", "))
    }
    if MediaType.isPage(mediaType) {
      headers.add(name: "Content-Security-Policy", value: contentSecurityPolicy)
      headers.add(name: "Referrer-Policy", value: PagePolicy.referrerPolicy)
    } else {
      // Readers that run in a browser fetch feeds, search indexes and pictures from other origins.
      headers.add(name: "Access-Control-Allow-Origin", value: "*")
      headers.add(name: "Access-Control-Expose-Headers", value: "ETag, Link, Last-Modified")
    }
    return headers
  }
}

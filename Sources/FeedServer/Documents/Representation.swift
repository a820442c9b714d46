import NIOCore
import NIOHTTP1
import NewsModel

/// A document in one coding: its bytes, their tag, and the header fields that go with them.
struct Representation: Sendable {
  let body: ByteBuffer
  let tag: EntityTag
  /// The fields of a 200, without those of the connection and `Date`.
  let headers: HTTPHeaders
  /// The fields of a 304 (RFC 9110 §15.4.5): those that a cache needs to refresh what it has.
  let notModifiedHeaders: HTTPHeaders

  init(body: ByteBuffer, tag: EntityTag, coding: String?, shared: HTTPHeaders) {
    self.body = body
    self.tag = tag
    var headers = shared
    headers.add(name: "ETag", value: tag.opaque)
    headers.add(name: "Content-Length", value: String(body.readableBytes))
    if let coding { headers.add(name: "Content-Encoding", value: coding) }
    self.headers = headers
    var few = HTTPHeaders()
    for (name, value) in headers where Representation.refreshing.contains(name) {
      few.add(name: name, value: value)
    }
    notModifiedHeaders = few
  }

  private static let refreshing: Set<String> = [
    "ETag", "Cache-Control", "Vary", "Last-Modified", "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers", "Link",
  ]
}

import NIOCore
import NIOHTTP1

/// A whole answer that is ready to be sent: status, header fields, and the bytes if there are any.
struct Answer: Sendable {
  var status: HTTPResponseStatus
  var headers: HTTPHeaders
  /// The bytes after the header section; nil for HEAD, 304 and the like.
  var body: ByteBuffer?

  init(status: HTTPResponseStatus, headers: HTTPHeaders, body: ByteBuffer? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Makes a short answer in words, for errors and redirects.
  ///
  /// It must not be cached: a page that is missing now may be published in a moment.
  static func text(
    _ status: HTTPResponseStatus, _ words: String, headers extra: [(String, String)] = [],
    isHead: Bool = false
  ) -> Answer {
    let body = ByteBuffer(string: words + "\n")
    var headers: HTTPHeaders = [
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": String(body.readableBytes),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    ]
    headers.add(contentsOf: extra)
    return Answer(status: status, headers: headers, body: isHead ? nil : body)
  }
}

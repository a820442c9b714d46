import Compression
import Feeds
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NewsModel

/// A published file in memory with its forms, tags and header fields ready, so that a request only
/// chooses.
///
/// Immutable and shared: a request that began with one version ends with it, whatever is published
/// meanwhile.
final class ServedDocument: Sendable {
  /// Its path below `public/`.
  let path: String
  let mediaType: String
  /// The modification time in seconds since 1970; never later than the time when the document was
  /// loaded (RFC 9110 §8.8.2.1).
  let lastModified: Int64
  let identity: Representation
  /// The gzip form; nil if there is none that is smaller.
  let gzip: Representation?
  /// The start of every tag of this instance, whatever its coding.
  let instance: String
  /// The seconds for which it may be cached.
  let maxAge: Int
  /// The places of its entries, if it is a feed of which deltas are made.
  let slices: FeedSlices?

  /// Prepares a document.
  ///
  /// - Parameters:
  ///   - document: The document; its links may be empty.
  ///   - coded: The gzip bytes of the document, if there are any.
  ///   - policy: The rules for header fields.
  ///   - now: The time in seconds since 1970.
  init(_ document: FeedDocument, gzip coded: [UInt8]?, policy: HeaderPolicy, now: Int64) {
    path = document.path
    mediaType = document.mediaType
    lastModified = min(Int64(document.lastModified.timeIntervalSince1970.rounded(.down)), now)
    maxAge = document.minutesToLive.map { $0 * 60 } ?? policy.maxAge
    // 128 bits tell any two versions of a document apart.
    let instance = ContentDigest(document.bytes).hex(digits: 32)
    self.instance = instance
    slices = SiteDirectory.isHot(document.path) ? document.slices : nil

    let member = coded.flatMap { $0.count < document.bytes.count ? $0 : nil }
    let shared = policy.headers(
      mediaType: document.mediaType, links: document.links, lastModified: lastModified,
      maxAge: maxAge, isNegotiated: member != nil)
    identity = Representation(
      body: ByteBuffer(bytes: document.bytes), tag: EntityTag(opaque: "\"\(instance)\""),
      coding: nil, shared: shared)
    gzip = member.map { member in
      // The gzip bytes are digested too, because another libdeflate compresses the same document to
      // other bytes.
      let digest = ContentDigest(member).hex(digits: 8)
      return Representation(
        body: ByteBuffer(bytes: member), tag: EntityTag(opaque: "\"\(instance)-gzip-\(digest)\""),
        coding: "gzip", shared: shared)
    }
  }

  /// The memory that it takes, in bytes.
  var byteCount: Int {
    // 2 KiB: the header sections and the tables around them, measured as an order of magnitude.
    identity.body.readableBytes + (gzip?.body.readableBytes ?? 0) + path.utf8.count + 2_048
  }

  /// The representation for a request (RFC 9110 §12.5.3).
  func representation(for request: DocumentRequest) -> Representation {
    guard let gzip, request.acceptEncoding != nil else { return identity }
    return AcceptEncoding(request.acceptEncoding).prefersGzip ? gzip : identity
  }
}

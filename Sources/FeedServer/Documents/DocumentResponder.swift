import NIOCore
import NIOHTTP1

/// Answers GET and HEAD for documents: RFC 9110 as a function of the request, the documents and the
/// time.
struct DocumentResponder: Sendable {
  /// The answer, or the need to read the disk for it.
  enum Outcome: Sendable {
    case ready(Answer)
    /// The document must be read from disk first; then `answer(_:reading:)` gives the answer.
    case unread(Reading)
  }

  /// A document to be read from disk.
  struct Reading: Sendable {
    let request: DocumentRequest
    let path: RequestPath
    let target: String
    let isGone: Bool
    let generation: UInt64
  }

  let site: ServedSite
  let clock: @Sendable () -> Int64

  /// Answers at once if memory is enough.
  ///
  /// - Parameters:
  ///   - request: The method and the fields that matter.
  ///   - target: The request target as it was sent.
  /// - Returns: The answer, or the document that must be read from disk.
  func answer(_ request: DocumentRequest, target: String) -> Outcome {
    let path: RequestPath
    do {
      path = try RequestPath(target: target)
    } catch {
      switch error {
      case .malformed:
        return .ready(.text(.badRequest, "malformed request target", isHead: request.isHead))
      case .absent:
        return .ready(notFound(request))
      }
    }
    switch site.find(path.document) {
    case .document(let document):
      return .ready(answer(request, with: document))
    case .redirect(let url):
      return .ready(
        .text(
          .permanentRedirect, "merged into another story: \(url)", headers: [("Location", url)],
          isHead: request.isHead))
    case .unread(let isGone, let generation):
      return .unread(
        Reading(
          request: request, path: path, target: target, isGone: isGone, generation: generation))
    }
  }

  /// Reads the document from disk and answers.
  ///
  /// Blocks.
  func answer(_ reading: Reading) -> Answer {
    let request = reading.request
    do {
      switch try site.read(reading.path.document, generation: reading.generation) {
      case .document(let document) where reading.isGone:
        return gone(request, page: document)
      case .document(let document):
        return answer(request, with: document)
      case .directory where !reading.isGone:
        return withSlash(reading)
      case .directory, .missing:
        return reading.isGone ? gone(request, page: nil) : notFound(request)
      }
    } catch {
      return .text(
        .serviceUnavailable, "the document cannot be read at the moment",
        headers: [("Retry-After", "30")], isHead: request.isHead)
    }
  }

  /// Answers with a document in memory.
  func answer(_ request: DocumentRequest, with document: ServedDocument) -> Answer {
    let representation = document.representation(for: request)
    let now = clock()
    switch Precondition(
      request, tag: representation.tag, lastModified: document.lastModified, now: now)
    {
    case .failed:
      return .text(
        .preconditionFailed, "the document has changed",
        headers: [("ETag", representation.tag.opaque)], isHead: request.isHead)
    case .notModified:
      return Answer(status: .notModified, headers: representation.notModifiedHeaders)
    case .holds:
      break
    }
    if let delta = delta(request, of: document, instead: representation) { return delta }
    if request.range != nil, !request.isHead {
      return part(request, of: document, representation, now: now)
    }
    return Answer(
      status: .ok, headers: representation.headers,
      body: request.isHead ? nil : representation.body)
  }

  /// Answers 206 or 416 (RFC 9110 §14), or with the whole if the range is to be ignored.
  private func part(
    _ request: DocumentRequest, of document: ServedDocument, _ representation: Representation,
    now: Int64
  ) -> Answer {
    let byteCount = representation.body.readableBytes
    switch ByteRange(
      request, tag: representation.tag, lastModified: document.lastModified, byteCount: byteCount,
      now: now)
    {
    case .whole:
      return Answer(status: .ok, headers: representation.headers, body: representation.body)
    case .unsatisfiable:
      return .text(
        .rangeNotSatisfiable, "no such range",
        headers: [("Content-Range", "bytes */\(byteCount)")])
    case .part(let range):
      var headers = representation.headers
      headers.replaceOrAdd(name: "Content-Length", value: String(range.count))
      headers.add(
        name: "Content-Range",
        value: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(byteCount)")
      let start = representation.body.readerIndex + range.lowerBound
      return Answer(
        status: .partialContent, headers: headers,
        body: representation.body.getSlice(at: start, length: range.count))
    }
  }

  /// Answers 226 with only the changed entries (RFC 3229, `A-IM: feed`), if that is asked for,
  /// possible and shorter.
  private func delta(
    _ request: DocumentRequest, of document: ServedDocument, instead whole: Representation
  ) -> Answer? {
    guard !request.isHead, let accepted = request.acceptManipulation,
      FeedDelta.isAccepted(by: accepted), let tags = request.ifNoneMatch,
      let delta = site.delta(of: document, since: EntityTagList(tags)),
      delta.body.readableBytes < whole.body.readableBytes
    else { return nil }
    var headers = whole.headers
    headers.remove(name: "Content-Encoding")
    headers.remove(name: "Accept-Ranges")
    headers.replaceOrAdd(name: "Content-Length", value: String(delta.body.readableBytes))
    headers.add(name: "IM", value: "feed")
    // §10.6: a cache that does not know 226 must not keep it.
    headers.replaceOrAdd(name: "Cache-Control", value: "no-store, im")
    headers.replaceOrAdd(name: "Vary", value: "A-IM, If-None-Match, Accept-Encoding")
    return Answer(
      status: .custom(code: 226, reasonPhrase: "IM Used"), headers: headers, body: delta.body)
  }

  /// Redirects to the directory's own address, so that relative links of its page work.
  private func withSlash(_ reading: Reading) -> Answer {
    var path = reading.target
    if let mark = path.firstIndex(of: "?") { path = String(path[..<mark]) }
    // Relative to the request's own address (RFC 9110 §10.2.2), so that it is right behind a proxy
    // that serves the site below another path.
    let name = path.split(separator: "/").last ?? ""
    // A colon in the first segment would be taken for that of a scheme (RFC 3986 §4.2).
    let start = name.contains(":") ? "./" : ""
    let location = start + name + "/" + (reading.path.query.map { "?" + $0 } ?? "")
    return .text(
      .permanentRedirect, "see \(location)", headers: [("Location", location)],
      isHead: reading.request.isHead)
  }

  private func gone(_ request: DocumentRequest, page: ServedDocument?) -> Answer {
    guard let page else {
      return .text(.gone, "this story was withdrawn", isHead: request.isHead)
    }
    var headers = page.identity.headers
    for name in ["ETag", "Last-Modified", "Accept-Ranges", "Vary"] { headers.remove(name: name) }
    headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
    return Answer(
      status: .gone, headers: headers, body: request.isHead ? nil : page.identity.body)
  }

  private func notFound(_ request: DocumentRequest) -> Answer {
    .text(.notFound, "not found", isHead: request.isHead)
  }
}

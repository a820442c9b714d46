import CoreMetrics
import Feeds
import FoundationEssentials
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOPosix

@testable import FeedServer
@testable import TextStages

extension TextStage {
  /// The parts of the server that read what clients send.
  static let requests: [TextStage] = [
    TextStage(name: "request-bytes", kind: .text) { exchange([$0]) },
    // As slow clients send it: a part, then the rest.
    TextStage(name: "request-parts", kind: .text) { bytes in
      guard let first = bytes.first else { return }
      let cut = min(Int(first), bytes.count - 1)
      exchange([Array(bytes[1..<(cut + 1)]), Array(bytes[(cut + 1)...])])
    },
    TextStage(name: "request-target", kind: .text) { bytes in
      answer(HTTPHeaders(), String(decoding: bytes, as: UTF8.self))
    },
    TextStage(name: "request-fields", kind: .text) { bytes in
      // The same value in every field that is read.
      let value = String(decoding: bytes, as: UTF8.self)
      for name in names { answer([name: value], "/atom.xml") }
      answer(HTTPHeaders(names.map { ($0, value) }), "/atom.xml")
      _ = HostField.isValid(value)
      _ = ChangeCursor(value)
    },
  ]

  private static let names = [
    "a-im", "range", "if-match", "if-range", "if-none-match", "accept-encoding",
    "if-modified-since", "if-unmodified-since",
  ]

  private static let now: Int64 = 1_795_262_400

  private static let responder: DocumentResponder = {
    let site = ServedSite(
      directory: SiteDirectory(root: "/nonexistent"),
      policy: HeaderPolicy(maxAge: 300, contentSecurityPolicy: "default-src 'self'"),
      retired: RetiredPaths(
        redirects: [
          PageRedirect(path: "stories/pier-2/index.html", url: "https://quay.example/stories/a/")
        ], gone: ["stories/mole-3/index.html"]),
      deltas: DeltaHistories(), cacheByteCount: 1_000_000, largestDocument: 1_000_000,
      clock: { now })
    for (number, title) in ["Quay shut", "Quay open"].enumerated() {
      let feed =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title><entry><id>tag:a</id>"
        + "<title>\(title)</title><updated>2026-11-2\(number)T08:00:00Z</updated></entry></feed>\n"
      site.publish(
        Publication(documents: [
          FeedDocument(
            path: "atom.xml", mediaType: "application/atom+xml", bytes: Array(feed.utf8),
            lastModified: Date(timeIntervalSince1970: Double(now - 1000 + Int64(number))))
        ]))
    }
    return DocumentResponder(site: site, clock: { now })
  }()

  private static func answer(_ headers: HTTPHeaders, _ target: String) {
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: target, headers: headers)
    if let refusal = RequestRules.refusal(head) { check(refusal) }
    switch responder.answer(DocumentRequest(head), target: target) {
    case .ready(let answer): check(answer)
    case .unread(let reading): check(responder.answer(reading))
    }
  }

  private static func check(_ answer: Answer) {
    let length = answer.headers.first(name: "Content-Length").flatMap { Int($0) }
    if let body = answer.body { promise(length == body.readableBytes, "a body has another length") }
  }

  /// The channel of one client, who sends these bytes and reads all answers.
  private static func exchange(_ parts: [[UInt8]]) {
    let limits = ConnectionLimits()
    let surroundings = RequestExchange.Surroundings(
      responder: responder, router: RouterPaths(methods: ["/changes": [.GET, .HEAD]]),
      clock: HTTPClock { now }, metrics: metrics, limits: limits, logger: logger,
      threadPool: idlePool)
    let channel = EmbeddedChannel()
    let deadlines = ConnectionDeadlines(limits, ConnectionActivity())
    do {
      let operations = channel.pipeline.syncOperations
      try operations.addHandler(deadlines)
      try operations.addHandler(HTTPResponseEncoder())
      try operations.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
      try operations.addHandler(HTTPServerPipelineHandler())
      try operations.addHandler(RequestExchange(surroundings, deadlines: deadlines))
      try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
      for part in parts where channel.isActive {
        // Silence is right: bytes that are no request are answered or end the connection.
        _ = try? channel.writeInbound(ByteBuffer(bytes: part))
      }
      var answered: [UInt8] = []
      while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
        answered += buffer.readableBytesView
      }
      promise(
        answered.isEmpty || answered.starts(with: "HTTP/1.".utf8), "an answer is no HTTP")
      // Silence is right: it may be closed already, and what it did not take is thrown away.
      _ = try? channel.finish(acceptAlreadyClosed: true)
    } catch {
      fatalError("the channel does not work: \(error)")
    }
  }

  private static let metrics = ServerMetrics(NOOPMetricsHandler.instance)
  private static let logger = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }
  /// Never started: what is not in memory ends the connection.
  private static let idlePool = NIOThreadPool(numberOfThreads: 1)
}

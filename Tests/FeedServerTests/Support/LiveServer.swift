import FeedServer
import Feeds
import Logging
import NIOCore
import NIOPosix
import Testing

/// A server on a port of its own on loopback, for the time of a test.
struct LiveServer: Sendable {
  let port: Int
  let server: FeedServer
  let directory: TemporaryDirectory

  /// Starts a server over these files, runs a body, and ends it.
  static func with(
    files: [String: String] = ["atom.xml": Fixture.atom([("1", "One")])],
    memory: String? = nil, retired: RetiredPaths = RetiredPaths(),
    metrics: PrometheusMetrics = PrometheusMetrics(), resync: FeedServer.Resync? = nil,
    readiness: @escaping @Sendable () async -> Readiness = {
      Readiness(isReady: true, words: "ready")
    },
    configure: (inout FeedServerConfiguration) -> Void = { _ in },
    _ body: @Sendable (LiveServer) async throws -> Void
  ) async throws {
    let directory = try TemporaryDirectory(files: files)
    var configuration = FeedServerConfiguration(address: .address(host: "127.0.0.1", port: 0))
    configuration.grace = .milliseconds(200)
    configure(&configuration)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let server = try FeedServer(
      configuration: configuration, root: directory.path, memory: memory, retired: retired,
      metrics: metrics, readiness: readiness, resync: resync, logger: logger)
    let (ports, announce) = AsyncStream<Int>.makeStream()
    try await withThrowingTaskGroup { group in
      group.addTask {
        defer { announce.finish() }
        try await server.run { announce.yield($0) }
      }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      try await body(LiveServer(port: port, server: server, directory: directory))
      group.cancelAll()
    }
  }

  /// Sends bytes and reads what comes back until the server closes, or until a body says that it has seen enough.
  func exchange(
    _ text: String, halfClose: Bool = false, atMost time: TimeAmount = .seconds(8),
    until isEnough: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) async throws -> [UInt8] {
    try await exchange(Array(text.utf8), halfClose: halfClose, atMost: time, until: isEnough)
  }

  /// The same with bytes that are no text.
  func exchange(
    _ bytes: [UInt8], halfClose: Bool = false, atMost time: TimeAmount = .seconds(8),
    until isEnough: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) async throws -> [UInt8] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let answer = loop.makePromise(of: [UInt8].self)
    let client = try await ClientBootstrap(group: loop)
      .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Collector(answer, isEnough: isEnough))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    client.eventLoop.scheduleTask(in: time) { answer.fail(ChannelError.connectTimeout(time)) }
    // The server may close before it has read everything.
    client.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    if halfClose { client.close(mode: .output, promise: nil) }
    do {
      let bytes = try await answer.futureResult.get()
      client.close(promise: nil)
      return bytes
    } catch {
      client.close(promise: nil)
      throw error
    }
  }

  /// Sends one GET, or another method, that asks to close, and reads the answer.
  func ask(
    _ target: String, method: String = "GET", _ headers: [String] = [], body: String = ""
  ) async throws -> RawAnswer {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    lines += headers
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    let bytes = try await exchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    return try RawAnswer(bytes, isHead: method == "HEAD")
  }
}

/// Keeps what comes, until the end.
private final class Collector: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answer: EventLoopPromise<[UInt8]>
  private let isEnough: @Sendable ([UInt8]) -> Bool
  private var bytes: [UInt8] = []

  init(_ answer: EventLoopPromise<[UInt8]>, isEnough: @escaping @Sendable ([UInt8]) -> Bool) {
    self.answer = answer
    self.isEnough = isEnough
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
    if isEnough(bytes) { answer.succeed(bytes) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .some(.inputClosed) = event as? ChannelEvent { answer.succeed(bytes) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answer.succeed(bytes)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    answer.succeed(bytes)
  }
}

import FeedServer
import Feeds
import Logging
import NIOConcurrencyHelpers
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
    memory: (any TargetMemory)? = nil, retired: RetiredPaths = RetiredPaths(),
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

  /// Sends bytes and reads what comes back until the server closes, or until a body says that it
  /// has seen enough.
  func exchange(
    _ text: String, halfClose: Bool = false, from host: String? = nil,
    atMost time: TimeAmount = .seconds(60),
    until isEnough: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) async throws -> [UInt8] {
    try await exchange(
      Array(text.utf8), halfClose: halfClose, from: host, atMost: time, until: isEnough)
  }

  /// The same with bytes that are no text.
  func exchange(
    _ bytes: [UInt8], halfClose: Bool = false, from host: String? = nil,
    atMost time: TimeAmount = .seconds(60),
    until isEnough: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) async throws -> [UInt8] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let answer = loop.makePromise(of: [UInt8].self)
    let client = try await keeping(answer) {
      try await connect(loop, from: host) { Collector(answer, isEnough: isEnough) }
    }
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

  /// Connects for a promise; one that nobody could keep any more would trap.
  private func keeping(
    _ answer: EventLoopPromise<[UInt8]>, _ connect: () async throws -> any Channel
  ) async throws -> any Channel {
    do {
      return try await connect()
    } catch {
      answer.fail(error)
      throw error
    }
  }

  /// Sends bytes one at a time, and reads what comes back until the server closes.
  func exchangeBytewise(
    _ bytes: [UInt8], every interval: TimeAmount = .microseconds(100)
  ) async throws -> [UInt8] {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let answer = loop.makePromise(of: [UInt8].self)
    let client = try await keeping(answer) {
      try await connect(loop) { Collector(answer, isEnough: { _ in false }) }
    }
    let next = NIOLockedValueBox(0)
    let drip = client.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: interval) { task in
      let place = next.withLockedValue { place in
        defer { place += 1 }
        return place
      }
      guard place < bytes.count, client.isActive else {
        task.cancel()
        return
      }
      client.writeAndFlush(ByteBuffer(bytes: [bytes[place]]), promise: nil)
    }
    defer { drip.cancel() }
    return try await answer.futureResult.get()
  }

  /// Sends a request and does not read for the answer for two seconds; then reads until the server
  /// closes.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - look: Called after the two seconds.
  /// - Returns: The number of bytes that came.
  /// - Throws: Errors of the connection.
  func readNothing(
    after request: String, _ look: @escaping @Sendable () -> Void = {}
  ) async throws -> Int {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let answer = loop.makePromise(of: Int.self)
    let client = try await ClientBootstrap(group: loop)
      .channelOption(ChannelOptions.autoRead, value: false)
      .channelOption(ChannelOptions.socketOption(.so_rcvbuf), value: 16_384)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ByteCounter(answer))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    // Not waited for: a server that does not read does not let it end.
    client.writeAndFlush(ByteBuffer(string: request), promise: nil)
    // Ten times the limit of the test, so that the server has closed long before.
    client.eventLoop.scheduleTask(in: .seconds(2)) {
      look()
      client.setOption(ChannelOptions.autoRead, value: true).whenComplete { _ in client.read() }
    }
    let count = try await answer.futureResult.get()
    client.close(promise: nil)
    return count
  }

  /// Keeps connections open while a body runs: idle ones, or such as have sent the beginning of a
  /// request.
  func holding(
    _ count: Int, with beginning: String = "", _ body: () async throws -> Void
  ) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    var held: [any Channel] = []
    for _ in 0..<count {
      let answer = loop.makePromise(of: [UInt8].self)
      let channel = try await connect(loop) { Collector(answer, isEnough: { !$0.isEmpty }) }
      // A connection is counted once it has been answered.
      try await channel.writeAndFlush(
        ByteBuffer(string: "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
      ).get()
      _ = try await answer.futureResult.get()
      if !beginning.isEmpty {
        try await channel.writeAndFlush(ByteBuffer(string: beginning)).get()
      }
      held.append(channel)
    }
    try await body()
    for channel in held where channel.isActive { channel.close(promise: nil) }
  }

  private func connect(
    _ loop: any EventLoop, from host: String? = nil,
    _ collector: @escaping @Sendable () -> Collector
  ) async throws -> any Channel {
    var bootstrap = ClientBootstrap(group: loop)
    // All of 127.0.0.0/8 is this machine: a host of its own for each test that needs one.
    if let host { bootstrap = bootstrap.bind(to: try SocketAddress(ipAddress: host, port: 0)) }
    return
      try await bootstrap
      .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(collector())
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
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

/// Keeps the bytes until the end.
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

/// Counts the bytes until the end. Keeping megabytes would hold up the event loop, on which servers
/// of other tests work.
private final class ByteCounter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answer: EventLoopPromise<Int>
  private var count = 0

  init(_ answer: EventLoopPromise<Int>) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += unwrapInboundIn(data).readableBytes
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .some(.inputClosed) = event as? ChannelEvent { answer.succeed(count) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answer.succeed(count)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    answer.succeed(count)
  }
}

import NIOCore
import NIOHTTP1

/// Drops clients that are too slow: in sending a request, in taking an answer, or in coming back.
///
/// It comes before the parser, because only there half a request can be seen. Each connection has
/// one timer, which checks the deadline of the present phase; a request costs two stores.
final class ConnectionDeadlines: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private enum Phase {
    /// Between requests; nothing of the next one is here.
    case idle
    /// Part of a request head is here.
    case readingHead
    /// The head is here; the body is not whole, or the answer is not complete.
    case answering(bodyIsRead: Bool)
  }

  private let limits: ConnectionLimits
  private let activity: ConnectionActivity
  private var phase = Phase.idle
  private var since: NIODeadline = .now()
  private var timer: Scheduled<Void>?
  private var bufferedByteCount = 0
  private var stalledSince: NIODeadline?
  private var firstBytes: [UInt8] = []

  private var lineByteCount = 0
  private var lastByte: UInt8 = 0
  private var hasRequestLine = false
  private var hasHeard = false
  /// Whether the service is stopping, so that the request that is arriving is the last one.
  private(set) var isLeaving = false

  /// Whether the request line of the head that is being read is longer than a line may be.
  var hasLongLine: Bool { lineByteCount > limits.fieldByteCount }
  /// Whether that line has ended as HTTP/1.1 wants it, with a carriage return and a line feed.
  private(set) var hasProperLine = false
  /// Whether the time for the head was over before the head was whole.
  private(set) var isHeadLate = false

  init(_ limits: ConnectionLimits, _ activity: ConnectionActivity) {
    self.limits = limits
    self.activity = activity
  }

  /// Whether the first bytes look like a method and a space, in any method's spelling.
  var startsWithToken: Bool {
    let token = firstBytes.prefix { (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) }
    return !token.isEmpty && (token.count == firstBytes.count || firstBytes[token.count] == 0x20)
  }

  /// Notes that the parser has a whole head.
  func headIsRead() {
    phase = .answering(bodyIsRead: false)
    activity.begins()
    since = .now()
  }

  /// Notes that the parser has a whole body.
  func bodyIsRead() {
    if case .answering = phase { phase = .answering(bodyIsRead: true) }
  }

  /// Notes that the answer is complete.
  func exchangeEnded() {
    phase = .idle
    since = .now()
    activity.rests()
    hasRequestLine = false
    hasProperLine = false
    lineByteCount = 0
    firstBytes.removeAll(keepingCapacity: true)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // A client that has just connected may have sent its request already: it is answered, not cut
    // off.
    if event is ChannelShouldQuiesceEvent, !hasHeard {
      isLeaving = true
      return
    }
    context.fireUserInboundEventTriggered(event)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    since = .now()
    schedule(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hasHeard = true
    if case .idle = phase {
      phase = .readingHead
      activity.begins()
      since = .now()
    }
    if case .readingHead = phase, !hasRequestLine { readLine(unwrapInboundIn(data)) }
    context.fireChannelRead(data)
  }

  /// Keeps the facts that tell a broken request line from a long one; the parser says only that
  /// there is an error.
  private func readLine(_ buffer: ByteBuffer) {
    var bytes = buffer.readableBytesView[...]
    // An empty line before the request line is allowed (RFC 9112 §2.2).
    if lineByteCount == 0 { bytes = bytes.drop { $0 == 0x0d || $0 == 0x0a } }
    let line = bytes.prefix { $0 != 0x0a }
    hasRequestLine = line.count < bytes.count
    hasProperLine = hasRequestLine && (line.last ?? lastByte) == 0x0d
    lastByte = line.last ?? lastByte
    lineByteCount += line.count
    // 16 bytes: longer than any method.
    if firstBytes.count < 16 { firstBytes += line.prefix(16 - firstBytes.count) }
  }

  private func schedule(_ context: ChannelHandlerContext) {
    // A quarter of the shortest time, so that no client is dropped later than that.
    let shortest = min(limits.requestTime, limits.idleTime, limits.stallTime)
    let interval = TimeAmount.nanoseconds(max(shortest.nanoseconds / 4, 10_000_000))
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
      self.check(context)
    }
  }

  private func check(_ context: ChannelHandlerContext) {
    let now = NIODeadline.now()
    let isStalled = isStalled(context, now)
    switch phase {
    case _ where isStalled:
      context.close(promise: nil)
    case .idle where bufferedByteCount == 0 && now - since > limits.idleTime:
      context.close(promise: nil)
    case .readingHead where now - since > limits.requestTime:
      // Raised as an error of the parser, so that it comes after the answers before it and 408 can
      // be sent.
      isHeadLate = true
      context.fireErrorCaught(HTTPParserError.unknown)
    case .answering(bodyIsRead: false) where now - since > limits.requestTime:
      context.close(promise: nil)
    default:
      schedule(context)
    }
  }

  /// Whether bytes have waited too long without the client taking any.
  private func isStalled(_ context: ChannelHandlerContext, _ now: NIODeadline) -> Bool {
    // A channel that cannot tell its buffered bytes is no socket and never stalls.
    let buffered =
      (try? context.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
    defer { bufferedByteCount = buffered }
    guard buffered > 0, buffered == bufferedByteCount else {
      stalledSince = nil
      return false
    }
    let start = stalledSince ?? now
    stalledSince = start
    return now - start > limits.stallTime
  }
}

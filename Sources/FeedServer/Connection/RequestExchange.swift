import Logging
import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers one request after the other on a connection: documents by itself, other paths through
/// the router behind it.
///
/// A document in memory is answered on the event loop, in the same turn in which its request was
/// read; going through a task for each request would halve the rate. NIO's
/// `HTTPServerPipelineHandler` stands before it, so there is one request at a time.
final class RequestExchange: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// The parts of the server that all connections share.
  struct Surroundings: Sendable {
    let responder: DocumentResponder
    let router: RouterPaths
    let clock: HTTPClock
    let metrics: ServerMetrics
    let limits: ConnectionLimits
    let logger: Logger
    let threadPool: NIOThreadPool
  }

  /// The one that answers the current request.
  private enum Party {
    case nobody
    case documents
    case router
  }

  private let surroundings: Surroundings
  private let deadlines: ConnectionDeadlines
  private var party = Party.nobody
  private var version = HTTPVersion.http1_1
  private var method = HTTPMethod.GET
  private var target = ""
  private var status = 0
  private var staysOpen = true
  private var isRequestRead = true
  private var isAnswered = true
  private var discardedByteCount = 0
  private var isInputClosed = false
  /// Whether the last answer is given; further requests are ignored.
  private var isEnding = false
  /// The answer that waits until the client has taken those before it. There is one at most,
  /// because the next request is read only after it.
  private var held: Answer?
  private var isSending = false
  /// The number of answers that the system has not taken yet; closing now would lose them.
  private var unsent = 0
  private var start = NIODeadline.now()

  init(_ surroundings: Surroundings, deadlines: ConnectionDeadlines) {
    self.surroundings = surroundings
    self.deadlines = deadlines
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      begin(head, context: context)
    case .body(let bytes):
      if party == .router {
        context.fireChannelRead(data)
        return
      }
      discardedByteCount += bytes.readableBytes
      if discardedByteCount > surroundings.limits.bodyByteCount { context.close(promise: nil) }
    case .end:
      isRequestRead = true
      if isAnswered { deadlines.exchangeEnded() } else { deadlines.bodyIsRead() }
      if party == .router { context.fireChannelRead(data) }
      closeIfDone(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else {
      context.close(promise: nil)
      return
    }
    guard isAnswered else {
      // The body is broken; an answer to the head may be under way already.
      staysOpen = false
      context.close(promise: nil)
      return
    }
    refuse(ParserRefusal.answer(error, deadlines), context: context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .some(.inputClosed) = event as? ChannelEvent, party != .router {
      // The client sends no more but may still read. Passed on, this would close the connection
      // under the answer.
      isInputClosed = true
      staysOpen = false
      closeIfDone(context)
      return
    }
    context.fireUserInboundEventTriggered(event)
  }

  private func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
    guard !isEnding else { return }
    deadlines.headIsRead()
    start = .now()
    isRequestRead = false
    isAnswered = false
    discardedByteCount = 0
    version = head.version
    method = head.method
    target = head.uri
    staysOpen = head.isKeepAlive && !isInputClosed && !deadlines.isLeaving
    party = .documents

    if let refusal = RequestRules.refusal(head) {
      staysOpen = false
      // The end of its body is not certain, so it is not waited for.
      isRequestRead = true
      respond(refusal, context: context)
      return
    }
    if let methods = surroundings.router.methods(at: head.uri) {
      guard methods.contains(head.method) else {
        let allowed = (methods + [.OPTIONS]).map(\.rawValue).joined(separator: ", ")
        respond(MethodRules.answer(head, allowed: allowed), context: context)
        return
      }
      party = .router
      context.fireChannelRead(wrapInboundOut(.head(head)))
      return
    }
    guard head.method == .GET || head.method == .HEAD else {
      respond(MethodRules.answer(head, allowed: "GET, HEAD, OPTIONS"), context: context)
      return
    }
    switch surroundings.responder.answer(DocumentRequest(head), target: head.uri) {
    case .ready(let answer):
      respond(answer, context: context)
    case .unread(let reading):
      read(reading, context: context)
    }
  }

  private func read(_ reading: DocumentResponder.Reading, context: ChannelHandlerContext) {
    let responder = surroundings.responder
    surroundings.threadPool
      .runIfActive(eventLoop: context.eventLoop) { responder.answer(reading) }
      .assumeIsolated()
      .whenComplete { result in
        switch result {
        case .success(let answer): self.respond(answer, context: context)
        // The pool is closed: the process ends.
        case .failure: context.close(promise: nil)
        }
      }
  }

  /// Answers bytes that are no request, and closes.
  private func refuse(_ answer: Answer, context: ChannelHandlerContext) {
    guard !isEnding else { return }
    staysOpen = false
    isRequestRead = true
    isAnswered = false
    version = .http1_1
    start = .now()
    party = .documents
    respond(answer, context: context)
  }

  /// Answers once the client has taken the answers before. A client that sends requests and reads
  /// nothing gets no more memory than the channel's own buffer.
  private func respond(_ answer: Answer, context: ChannelHandlerContext) {
    guard !isAnswered else { return }
    held = answer
    sendHeld(context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    sendHeld(context)
    context.fireChannelWritabilityChanged()
  }

  private func sendHeld(_ context: ChannelHandlerContext) {
    // The end of an answer lets the next request in before the call returns. Its answer is sent by
    // this loop; otherwise a thousand short requests would be as many nested calls.
    guard !isSending else { return }
    isSending = true
    while let answer = held, context.channel.isWritable, context.channel.isActive {
      held = nil
      send(answer, context: context)
    }
    isSending = false
  }

  private func send(_ answer: Answer, context: ChannelHandlerContext) {
    var head = HTTPResponseHead(version: version, status: answer.status, headers: answer.headers)
    complete(&head)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if let body = answer.body {
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    end(nil, byteCount: answer.body?.readableBytes ?? 0, context: context)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where party == .router:
      head.version = version
      complete(&head)
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end where party == .router:
      end(promise, byteCount: 0, context: context)
    case .head, .end, .body:
      context.write(data, promise: promise)
    }
  }

  /// Adds the fields that belong to the message, not to the document.
  private func complete(_ head: inout HTTPResponseHead) {
    status = Int(head.status.code)
    head.headers.add(name: "Date", value: surroundings.clock.date)
    if !staysOpen {
      head.headers.add(name: "Connection", value: "close")
    } else if version.minor == 0 {
      head.headers.add(name: "Connection", value: "keep-alive")
    }
  }

  private func end(
    _ promise: EventLoopPromise<Void>?, byteCount: Int, context: ChannelHandlerContext
  ) {
    isAnswered = true
    party = .nobody
    surroundings.metrics.answered(
      status: status, nanoseconds: (NIODeadline.now() - start).nanoseconds, byteCount: byteCount)
    if surroundings.logger.logLevel <= .debug { log(byteCount: byteCount) }
    if staysOpen, isRequestRead { deadlines.exchangeEnded() }
    isEnding = !staysOpen
    unsent += 1
    let written = promise ?? context.eventLoop.makePromise(of: Void.self)
    written.futureResult.assumeIsolated().whenComplete { _ in
      self.unsent -= 1
      self.closeIfDone(context)
    }
    // The next request, if it is here already, is answered before this call returns.
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  /// Closes once all answers are sent and the client has sent everything. With unread bytes the
  /// system would reset the connection, and the client might lose the answer.
  private func closeIfDone(_ context: ChannelHandlerContext) {
    guard isEnding || isInputClosed, isAnswered, unsent == 0, isRequestRead || isInputClosed
    else { return }
    context.close(promise: nil)
  }

  private func log(byteCount: Int) {
    surroundings.logger.debug(
      "request",
      metadata: [
        "method": "\(method)", "target": "\(target.prefix(200))", "status": "\(status)",
        "bytes": "\(byteCount)",
      ])
  }
}

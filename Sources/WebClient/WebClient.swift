internal import CCurl
import Synchronization

/// Sends requests over HTTP and HTTPS, by libcurl.
///
/// It follows no redirect and repeats nothing: who asks decides about both. Each request has a
/// thread of its own while it is under way, so that a server that hangs holds up nobody else;
/// connections are kept for the next request.
public final class WebClient: Sendable {
  /// The times and sizes that a request keeps within.
  public struct Limits: Sendable {
    /// The time to wait for a connection.
    public var connecting: Duration
    /// The time that a request may take in all, from the look-up of the name to the end of the
    /// answer.
    public var whole: Duration
    /// The bytes of an answer's body that are taken; a longer one is a failure.
    public var answer: Int

    /// Makes limits.
    public init(connecting: Duration, whole: Duration, answer: Int) {
      self.connecting = connecting
      self.whole = whole
      self.answer = answer
    }
  }

  private let limits: Limits
  private let idle = Mutex<[WebExchange]>([])
  /// The number of exchanges that keep their connections; more at once are rare and short.
  private static let idleCount = 8

  /// Makes a client.
  public init(_ limits: Limits) {
    self.limits = limits
  }

  /// Sends a request and waits for the answer.
  ///
  /// - Throws: `WebClientError`; an answer of any status is none.
  public func send(_ request: WebRequest) async throws(WebClientError) -> WebAnswer {
    guard let exchange = idle.withLock({ $0.popLast() }) ?? WebExchange(),
      exchange.prepare(request, limits)
    else { throw .exhausted }
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchange.start(continuation) { [self] in keep(exchange) }
      }
    } onCancel: {
      exchange.cancel()
    }
    return try outcome.get()
  }

  private func keep(_ exchange: WebExchange) {
    idle.withLock { if $0.count < Self.idleCount { $0.append(exchange) } }
  }
}

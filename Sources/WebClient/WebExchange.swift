internal import CCurl
import Synchronization

/// One exchange with a server, and the connections that it keeps for the next.
///
/// One request at a time. Nothing of a cancelled one is under way any more when it ends, within a
/// second: whoever sends another one after it must not be overtaken.
final class WebExchange: Sendable {
  typealias Outcome = Result<WebAnswer, WebClientError>

  private struct Run {
    var continuation: CheckedContinuation<Outcome, Never>?
    var isCancelled = false
    /// Told once libcurl has ended, and may be used again.
    var onEnd: @Sendable () -> Void = {}
  }

  /// libcurl's part, which one thread uses at a time, but for its mark of cancellation.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let handle: Handle
  private let run = Mutex(Run())

  /// Makes an exchange; nil without memory.
  init?() {
    guard let pointer = newsfold_web_exchange_new() else { return nil }
    handle = Handle(pointer: pointer)
  }

  deinit { newsfold_web_exchange_free(handle.pointer) }

  /// Takes a request up.
  ///
  /// - Returns: Whether there was memory for it.
  func prepare(_ request: WebRequest, _ limits: WebClient.Limits) -> Bool {
    run.withLock { $0 = Run() }
    guard
      newsfold_web_exchange_prepare(
        handle.pointer, request.method, request.url, limits.connecting.milliseconds,
        limits.whole.milliseconds, limits.answer) != 0
    else { return false }
    // A body of more than a megabyte would wait for leave that few servers give.
    for header in request.headers + [WebHeader("Expect", "")] {
      // A value may hold no line of its own, and an empty one means that libcurl sends no field of
      // the name.
      let value = header.value.filter { !$0.isNewline }
      guard newsfold_web_exchange_add_header(handle.pointer, "\(header.name): \(value)") != 0 else {
        return false
      }
    }
    guard let body = request.body else { return true }
    return newsfold_web_exchange_set_body(handle.pointer, body, body.count) != 0
  }

  /// Makes the exchange on a thread of its own.
  ///
  /// - Parameters:
  ///   - continuation: Resumed once, with the answer or at a cancellation.
  ///   - onEnd: Called once libcurl has ended.
  func start(
    _ continuation: CheckedContinuation<Outcome, Never>, onEnd: @escaping @Sendable () -> Void
  ) {
    let isCancelled = run.withLock { run in
      if run.isCancelled { return true }
      run.continuation = continuation
      run.onEnd = onEnd
      return false
    }
    if isCancelled { return continuation.resume(returning: .failure(.cancelled)) }
    let context = Unmanaged.passRetained(self)
    let isStarted = newsfold_web_exchange_start(
      handle.pointer, webExchangeEnded, context.toOpaque())
    if isStarted == 0 {
      context.release()
      resume(.failure(.exhausted))
    }
  }

  /// Ends the exchange with a failure, soon.
  func cancel() {
    run.withLock { $0.isCancelled = true }
    newsfold_web_exchange_cancel(handle.pointer)
  }

  /// Takes note that libcurl has ended.
  fileprivate func ended() {
    let isCancelled = run.withLock { $0.isCancelled }
    if isCancelled, case .failure = outcome {
      resume(.failure(.cancelled))
    } else {
      resume(outcome)
    }
    let onEnd = run.withLock { run in
      defer { run.onEnd = {} }
      return run.onEnd
    }
    onEnd()
  }

  private func resume(_ outcome: Outcome) {
    let continuation = run.withLock { run in
      defer { run.continuation = nil }
      return run.continuation
    }
    continuation?.resume(returning: outcome)
  }

  private var outcome: Outcome {
    let pointer = handle.pointer
    if let words = newsfold_web_exchange_failure(pointer) {
      return .failure(.failed(String(cString: words).lowercased()))
    }
    var count = 0
    let bytes = newsfold_web_exchange_body(pointer, &count)
    let headers = (0..<newsfold_web_exchange_header_count(pointer)).compactMap { index in
      newsfold_web_exchange_header(pointer, index).flatMap {
        WebHeader(line: String(cString: $0))
      }
    }
    return .success(
      WebAnswer(
        status: newsfold_web_exchange_status(pointer), headers: headers,
        body: Array(UnsafeBufferPointer(start: bytes, count: count))))
  }
}

extension Duration {
  /// The whole milliseconds, at least one: libcurl takes 0 for no limit.
  fileprivate var milliseconds: Int64 {
    max(1, components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
  }
}

/// The end of libcurl's work, in C's words.
private func webExchangeEnded(_ context: UnsafeMutableRawPointer?) {
  if let context { Unmanaged<WebExchange>.fromOpaque(context).takeRetainedValue().ended() }
}

import Logging

extension BucketMirror {
  /// Repeats a request until it succeeds, with pauses.
  ///
  /// - Parameters:
  ///   - mayBeRefused: Whether a conflict, and an object that is not wanted, are for the caller.
  ///   - request: The request.
  /// - Throws: `BucketError` for a conflict, for an object that is not wanted, and once patience is
  ///   at its end; `CancellationError`.
  /// - Returns: The value of the request that succeeded.
  @discardableResult
  func insist<Value: Sendable>(
    mayBeRefused: Bool = false, _ request: @Sendable () async throws(BucketError) -> Value
  ) async throws -> Value {
    var attempts = 0
    while true {
      try Task.checkCancellation()
      do {
        let value = try await request()
        succeeded(after: attempts)
        return value
      } catch {
        try Task.checkCancellation()
        if mayBeRefused, error.isConflict || error.isAboutObject { throw error }
        attempts += 1
        try await pause(after: error, attempts: attempts)
      }
    }
  }

  private func succeeded(after attempts: Int) {
    metrics.count(.done)
    lastSuccess = surroundings.uptime()
    if attempts >= Self.failuresBeforeLook { needsLook = true }
    if state.failures > 0 {
      state.failures = 0
      state.problem = refused.first.map { "\($0.key): \($0.value)" }
      note()
    }
  }

  /// Takes note of a failure, and waits.
  ///
  /// - Throws: The error, once patience is at its end.
  func pause(after error: BucketError, attempts: Int) async throws {
    metrics.count(.failed)
    state.failures += 1
    state.problem = "\(error)"
    note()
    if let patience {
      let isLate = surroundings.uptime() - lastSuccess > patience
      if isLate || error.isLasting { throw error }
    }
    let pause = surroundings.times.pause(
      after: attempts, atLeast: error.retryAfter, random: surroundings.random())
    // Single failures are everyday ones, and there may be many.
    logger.log(
      level: attempts == 3 || attempts % 20 == 0 || error.isLasting ? .warning : .debug,
      "object storage cannot be reached",
      metadata: ["stage": "bucket", "cause": "\(error)", "failures": "\(attempts)"])
    try await surroundings.rest(pause)
  }

  func outrun(_ error: BucketError) -> BucketError {
    isOutrun = true
    queue.clear()
    state.problem = "\(error)"
    logger.critical(
      "publishing to object storage has ended", metadata: ["stage": "bucket", "cause": "\(error)"])
    note()
    return error
  }
}

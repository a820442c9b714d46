/// Runs one task after the other, in the order in which they came.
actor Turnstile {
  private var last: Task<Void, Never>?

  /// Runs the body when all earlier ones have ended.
  func pass(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let before = last
    let work = Task {
      await before?.value
      try await body()
    }
    // Later ones wait for the end, whether it succeeds or fails.
    last = Task { _ = await work.result }
    try await work.value
  }
}

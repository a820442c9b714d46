/// Lets one task after the other through, in the order in which they came.
actor Turnstile {
  private var last: Task<Void, Never>?

  /// Runs a body when all before it have ended.
  func pass(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let before = last
    let work = Task {
      await before?.value
      try await body()
    }
    // Those behind wait for the end, whatever it is.
    last = Task { _ = await work.result }
    try await work.value
  }
}

import WebClient

/// Sends pings over HTTP and HTTPS.
struct HubClient: Sendable {
  /// The time that one ping may take in all, from the look-up of the name to the end of the answer.
  static let timeout = Duration.seconds(30)
  /// The time to wait for a connection.
  static let connectTimeout = Duration.seconds(10)
  /// The bytes of an answer that are read: what it says helps nobody.
  private static let largestAnswer = 65_536

  private let client: WebClient
  private let clock: @Sendable () -> Int64

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - timeout: How long one ping may take.
  ///   - clock: Seconds since 1970, for dates in `Retry-After`.
  init(timeout: Duration = HubClient.timeout, clock: @escaping @Sendable () -> Int64) {
    client = WebClient(
      .init(connecting: Self.connectTimeout, whole: timeout, answer: Self.largestAnswer))
    self.clock = clock
  }

  /// Tells a hub, and judges its answer.
  func send(_ ping: HubPing) async -> HubVerdict {
    let request = WebRequest(
      "POST", ping.hub,
      headers: [
        WebHeader("Content-Type", "application/x-www-form-urlencoded"),
        WebHeader("User-Agent", "newsfold"),
      ],
      body: Array(ping.form.utf8))
    do {
      let answer = try await client.send(request)
      return HubVerdict(
        status: answer.status, retryAfter: answer.header("Retry-After"),
        location: answer.header("Location"), now: clock())
    } catch {
      return .failed("\(error)", retryAfter: nil)
    }
  }
}

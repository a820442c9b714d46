import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sends pings over HTTP and HTTPS; the one file that knows the client library.
struct HubClient: Sendable {
  /// The time that one ping may take in all, from the look-up of the name to the end of the answer.
  static let timeout = TimeAmount.seconds(30)
  /// The time to wait for a connection.
  static let connectTimeout = TimeAmount.seconds(10)

  private let client: HTTPClient
  private let timeout: TimeAmount
  private let clock: @Sendable () -> Int64

  /// Runs a body with a client, which is closed at its end.
  ///
  /// - Parameters:
  ///   - timeout: The longest time of one ping.
  ///   - clock: Seconds since 1970, for dates in `Retry-After`.
  ///   - body: The work with the client.
  static func with(
    timeout: TimeAmount = HubClient.timeout, clock: @escaping @Sendable () -> Int64,
    _ body: (HubClient) async -> Void
  ) async {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: connectTimeout, read: timeout))
    // The library's own attempts would hide failures from the back-off.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Pings are rare, so no connection is kept open.
    configuration.connectionPool.idleTimeout = .seconds(1)
    let client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
      configuration: configuration)
    await body(HubClient(client: client, timeout: timeout, clock: clock))
    // Silence is right: it fails only if the client was closed before.
    try? await client.shutdown()
  }

  /// Sends a ping to a hub, and judges its answer.
  func send(_ ping: HubPing) async -> HubVerdict {
    var request = HTTPClientRequest(url: ping.hub)
    request.method = .POST
    request.headers = [
      "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "newsfold",
      "Accept": "*/*",
    ]
    request.body = .bytes(ByteBuffer(string: ping.form))
    do {
      let response = try await client.execute(request, timeout: timeout)
      let fields = response.headers
      // The body is of no use; leaving it unread closes the connection.
      return HubVerdict(
        status: Int(response.status.code), retryAfter: fields.first(name: "Retry-After"),
        location: fields.first(name: "Location"), now: clock())
    } catch let error as IOError {
      return .failed(words(error), retryAfter: nil)
    } catch let error as HTTPClientError {
      return .failed(error.shortDescription.lowercased(), retryAfter: nil)
    } catch {
      return .failed("\(error)", retryAfter: nil)
    }
  }

  /// The system's words for an error, without what the library says that it was doing.
  private func words(_ error: IOError) -> String {
    strerror(error.errnoCode).map { String(cString: $0).lowercased() } ?? "\(error)"
  }
}

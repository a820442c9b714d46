import Hummingbird
import Synchronization
import Testing
import WebClient

/// A server of a few routes on the loopback address, for as long as a test needs it.
enum LoopbackApplication {
  /// The limits of requests to it.
  static let limits = WebClient.Limits(
    connecting: .seconds(5), whole: .seconds(5), answer: 1 << 20)

  /// Runs a body with the port on which a router's routes are served.
  static func with(
    _ router: Router<BasicRequestContext>, _ body: @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) })
    try await withThrowingTaskGroup { group in
      group.addTask { try await application.run() }
      var iterator = ports.makeAsyncIterator()
      try await body(try #require(await iterator.next()))
      group.cancelAll()
    }
  }
}

import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization
import Testing
import WebClient

/// A server of a few routes on the loopback address, for as long as a test needs it.
enum LoopbackApplication {
  /// The limits of requests to it; generous, since a machine that builds beside answers late.
  static let limits = WebClient.Limits(
    connecting: .seconds(60), whole: .seconds(60), answer: 1 << 20)

  /// Runs a body with the port on which a router's routes are served.
  static func with(
    _ router: Router<BasicRequestContext>, _ body: @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) })
    // A cancelled server of SwiftNIO traps where a connection has just begun: it is let go by
    // itself.
    let services = ServiceGroup(
      services: [application], logger: Logger(label: "loopback") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup { group in
      group.addTask { try await services.run() }
      var iterator = ports.makeAsyncIterator()
      do {
        try await body(try #require(await iterator.next()))
      } catch {
        await services.triggerGracefulShutdown()
        throw error
      }
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
    }
  }
}

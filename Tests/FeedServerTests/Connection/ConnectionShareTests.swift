import NIOCore
import NIOPosix
import Testing

@testable import FeedServer

@Suite("Each host's share of the connections")
struct ConnectionShareTests {
  private static let limit = 8
  private static let request = "GET /healthz HTTP/1.0\r\n\r\n"

  @Test("a host that holds every place with idle connections shuts no other host out")
  func otherHost() async throws {
    try await LiveServer.with(configure: { $0.limits.connectionCount = Self.limit }) { server in
      try await server.holding(Self.limit) {
        for _ in 0..<3 {
          let bytes = try await server.exchange(Self.request, from: "127.0.0.2")

          #expect(try RawAnswer(bytes).status == 200)
        }
      }
    }
  }

  @Test("of one host's own, the one that has been idle for longest makes room")
  func sameHost() async throws {
    try await LiveServer.with(configure: { $0.limits.connectionCount = Self.limit }) { server in
      try await server.holding(Self.limit) {
        let bytes = try await server.exchange(Self.request)

        #expect(try RawAnswer(bytes).status == 200)
      }
    }
  }

  @Test("half requests hold no places against others either")
  func halfRequests() async throws {
    try await LiveServer.with(configure: { $0.limits.connectionCount = Self.limit }) { server in
      try await server.holding(Self.limit, with: "GET / HT") {
        let bytes = try await server.exchange(Self.request, from: "127.0.0.2")

        #expect(try RawAnswer(bytes).status == 200)
      }
    }
  }
}

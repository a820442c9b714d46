import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import FeedServer

@Suite("Starting and stopping")
struct ShutdownTests {
  @Test("it leaves soon, although clients wait for 30 s, stream and idle")
  func quick() async throws {
    let clock = ContinuousClock()
    let stopped = NIOLockedValueBox(clock.now)
    try await LiveServer.with { server in
      let requests = [
        "", "GET /changes?wait=30 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /changes HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n",
      ]
      for request in requests {
        // Silence is right: it ends with the server, in whatever way.
        Task { try? await server.exchange(request) }
      }
      _ = try await server.exchange(requests[2], until: { !$0.isEmpty })
      stopped.withLockedValue { $0 = clock.now }
    }

    let start = stopped.withLockedValue { $0 }
    // The promised second is measured with the real program, in Tests/System. Here other builds may
    // run at the same time.
    #expect(clock.now - start < .seconds(10))
  }

  @Test("a port that is taken is an error that says so")
  func taken() async throws {
    try await LiveServer.with { server in
      let second = try FeedServer(
        configuration: FeedServerConfiguration(
          address: .address(host: "127.0.0.1", port: server.port)),
        root: server.directory.path, logger: Logger(label: "test"))

      await #expect(throws: FeedServerError.self) { try await second.run() }
    }
  }

  @Test("it serves on a socket that it is handed")
  func inherited() async throws {
    let socket = try ListeningSocket()
    try await LiveServer.with(configure: {
      $0.address = .inherited(descriptor: socket.descriptor)
    }) { server in
      let answer = try await server.ask("/atom.xml")

      #expect(server.port == socket.port)
      #expect(answer.status == 200)
    }
  }

  @Test(
    "addresses are read as they are written in settings",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1:8080"), (":80", "127.0.0.1:80"), ("[::1]:8080", "[::1]:8080"),
      ("news.example:0", "news.example:0"),
    ])
  func addresses(text: String, same: String) throws {
    #expect(try ListenAddress(text).description == same)
  }

  @Test("what is no address is refused", arguments: ["", "8080", "a:b", "::1:80", "a:99999", "a:"])
  func badAddresses(text: String) {
    #expect(throws: FeedServerError.badAddress(text)) { try ListenAddress(text) }
  }
}

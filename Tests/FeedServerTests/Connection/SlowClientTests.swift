import NIOCore
import Testing

@testable import FeedServer

@Suite("Slow clients and limits")
struct SlowClientTests {
  @Test("half a request head is answered 408 and closed")
  func lateHead() async throws {
    try await LiveServer.with(configure: { $0.limits.requestTime = .milliseconds(100) }) { server in
      let bytes = try await server.exchange("GET /atom.xml HT")

      #expect(try RawAnswer(bytes).status == 408)
    }
  }

  @Test("a head that drips in does not win time by dripping")
  func dripping() async throws {
    try await LiveServer.with(configure: { $0.limits.requestTime = .milliseconds(200) }) { server in
      let bytes = try await server.exchangeBytewise(
        Array("GET /atom.xml HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [UInt8](repeating: 97, count: 500),
        every: .milliseconds(10))

      #expect(try RawAnswer(bytes).status == 408)
    }
  }

  @Test("a connection without a request is closed after a while")
  func idle() async throws {
    try await LiveServer.with(configure: { $0.limits.idleTime = .milliseconds(100) }) { server in
      let bytes = try await server.exchange("")

      #expect(bytes.isEmpty)
    }
  }

  @Test("a body that does not come is waited for so long only")
  func lateBody() async throws {
    try await LiveServer.with(configure: { $0.limits.requestTime = .milliseconds(100) }) { server in
      let bytes = try await server.exchange(
        "POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")

      #expect(try RawAnswer(bytes).status == 405)
    }
  }

  @Test("a client that does not take its answer is dropped")
  func stalled() async throws {
    let large = String(repeating: "0123456789abcdef", count: 500_000)
    try await LiveServer.with(
      files: ["large.txt": large], configure: { $0.limits.stallTime = .milliseconds(200) }
    ) { server in
      let received = try await server.readNothing(
        after: "GET /large.txt HTTP/1.1\r\nHost: a\r\n\r\n")

      #expect(received < large.utf8.count)
    }
  }

  @Test(
    "targets and header sections over the limit are refused",
    arguments: [
      (8_192, 0, 0, 404), (20_000, 0, 0, 414), (1_000_000, 0, 0, 414), (10, 20_000, 0, 431),
      (10, 0, 200, 431), (10, 1_000, 20, 404),
    ])
  func limits(target: Int, field: Int, fields: Int, status: Int) async throws {
    try await LiveServer.with { server in
      let head =
        "GET /\(String(repeating: "a", count: target)) HTTP/1.1\r\nHost: a\r\n"
        + "X: \(String(repeating: "b", count: field))\r\n"
        + (0..<fields).map { "X-\($0): y\r\n" }.joined()

      let bytes = try await server.exchange(head + "Connection: close\r\n\r\n")

      #expect(try RawAnswer(bytes).status == status)
    }
  }
}

import Synchronization
import Testing

@testable import FeedServer

@Suite("Requests behind one another")
struct PipeliningTests {
  @Test("who sends requests and reads no answer is answered no further than a buffer holds")
  func readingNothing() async throws {
    let registry = PrometheusMetrics()
    let large = String(repeating: "0123456789abcdef", count: 4_096)
    try await LiveServer.with(files: ["large.txt": large], metrics: registry) { server in
      let count = 600
      let request = "GET /large.txt HTTP/1.1\r\nHost: a\r\n"
      let answered = Mutex(0)
      let received = try await server.readNothing(
        after: String(repeating: request + "\r\n", count: count - 1)
          + request + "Connection: close\r\n\r\n"
      ) {
        answered.withLock { $0 = registry.count(of: "200") }
      }

      // What the system and the channel hold are some megabytes at most, which are some dozens of
      // answers.
      #expect((1..<200).contains(answered.withLock { $0 }))
      // Once it reads, it gets every answer.
      #expect(received > count * large.utf8.count)
    }
  }

  @Test("thousands of short requests at once are answered in order, each")
  func short() async throws {
    try await LiveServer.with(files: ["a.txt": "A", "b.txt": "B"]) { server in
      let pair =
        "GET /a.txt HTTP/1.1\r\nHost: a\r\n\r\nGET /b.txt HTTP/1.1\r\nHost: a\r\n\r\n"
      let last = "GET /a.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

      let bytes = try await server.exchange(String(repeating: pair, count: 5_000) + last)

      let bodies = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n")
        .dropFirst().compactMap(\.first)
      #expect(String(bodies) == String(repeating: "AB", count: 5_000) + "A")
    }
  }
}

extension PrometheusMetrics {
  /// The number of requests answered with a status.
  fileprivate func count(of status: String) -> Int {
    let head = "newsfold_http_requests_total{status=\"\(status)\"} "
    let line = text.split(separator: "\n").first { $0.hasPrefix(head) }
    return line.flatMap { Int($0.dropFirst(head.count)) } ?? 0
  }
}

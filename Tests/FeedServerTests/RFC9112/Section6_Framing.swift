import Testing

@testable import FeedServer

@Suite("RFC 9112 §6: message bodies")
struct Section6_Framing {
  @Test(
    "a body whose end is not certain is refused, and nothing after it is read as a request",
    arguments: [
      ("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n", 400),
      ("Content-Length: 4\r\nContent-Length: 5\r\n", "abcd", 400),
      ("Content-Length: 4\r\nContent-Length: 4\r\n", "abcd", 400),
      ("Content-Length: -1\r\n", "", 400),
      ("Content-Length: +4\r\n", "abcd", 400),
      ("Content-Length: 4, 4\r\n", "abcd", 400),
      ("Content-Length: 99999999999999999999\r\n", "", 400),
      ("Transfer-Encoding: xyz\r\n", "", 501),
      ("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n", 501),
      ("Transfer-Encoding : chunked\r\n", "0\r\n\r\n", 400),
      ("X-A : b\r\n", "", 400),
    ])
  func refused(fields: String, body: String, status: Int) async throws {
    try await LiveServer.with { server in
      let smuggled = "GET /atom.xml HTTP/1.1\r\nHost: smuggled\r\n\r\n"

      let bytes = try await server.exchange(
        "POST /atom.xml HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)\(smuggled)")
      let answer = try RawAnswer(bytes)

      // The parser may take an unknown coding for a broken one.
      #expect(answer.status == status || (status == 501 && answer.status == 400))
      #expect(answer.rest.isEmpty)
      #expect(answer["connection"] == "close")
    }
  }

  @Test("a body that nobody wants is read over, and the next request is answered")
  func bodies() async throws {
    try await LiveServer.with { server in
      let bytes = try await server.exchange(
        "POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd"
          + "POST /atom.xml HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
          + "GET /atom.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

      let first = try RawAnswer(bytes)
      let second = try RawAnswer(first.rest)
      let third = try RawAnswer(second.rest)

      #expect([first.status, second.status, third.status] == [405, 405, 200])
      #expect(first["allow"] == "GET, HEAD, OPTIONS")
    }
  }

  @Test("a body without end is cut off")
  func endless() async throws {
    try await LiveServer.with { server in
      let bytes = try await server.exchange(
        "POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n"
          + String(repeating: "x", count: 200_000))

      let status = bytes.isEmpty ? 405 : try RawAnswer(bytes).status

      #expect(status == 405)
    }
  }

  @Test("HTTP/1.0 gets no chunks, even from a stream")
  func oldVersion() async throws {
    try await LiveServer.with { server in
      let bytes = try await server.exchange(
        "GET /changes HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n",
        until: { String(decoding: $0, as: UTF8.self).contains("retry") })

      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("chunked"))
    }
  }
}

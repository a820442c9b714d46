import Testing

@testable import FeedServer

@Suite("RFC 9112 §9: connections")
struct Section9_Connections {
  @Test("§9.3.2 pipelined requests are answered in order, documents and others mixed")
  func pipeline() async throws {
    try await LiveServer.with(files: [
      "atom.xml": Fixture.atom([("1", "One")]), "stories/a-1/index.html": "<p>story</p>",
    ]) { server in
      let targets = [
        "/stories/a-1/", "/atom.xml", "/healthz", "/none", "/changes", "/stories/a-1/", "/atom.xml",
      ]
      let requests = targets.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n" }.joined(separator: "\r\n")

      var rest = try await server.exchange(requests + "Connection: close\r\n\r\n")
      var statuses: [Int] = []
      for _ in targets {
        let answer = try RawAnswer(rest)
        statuses.append(answer.status)
        rest = answer.rest
      }

      #expect(statuses == [200, 200, 200, 404, 200, 200, 200])
      #expect(rest.isEmpty)
    }
  }

  @Test("a request that comes byte by byte is a request")
  func bytewise() async throws {
    try await LiveServer.with { server in
      let text = "GET /atom.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try RawAnswer(try await server.exchangeBytewise(Array(text.utf8)))

      #expect(answer.status == 200)
    }
  }

  @Test("a client that has said everything may still read")
  func halfClose() async throws {
    try await LiveServer.with(files: [
      "atom.xml": Fixture.atom([("1", "One")]), "stories/a-1/index.html": "<p>story</p>",
    ]) { server in
      for target in ["/atom.xml", "/stories/a-1/"] {
        let bytes = try await server.exchange(
          "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n", halfClose: true)

        #expect(try RawAnswer(bytes).status == 200, "\(target)")
      }
    }
  }

  @Test("HTTP/1.0 is closed unless it asks to stay")
  func oldVersion() async throws {
    try await LiveServer.with { server in
      let closed = try RawAnswer(try await server.exchange("GET /atom.xml HTTP/1.0\r\n\r\n"))
      let kept = try RawAnswer(
        try await server.exchange(
          "GET /atom.xml HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /none HTTP/1.0\r\n\r\n"))

      #expect(closed["connection"] == "close")
      #expect(kept["connection"] == "keep-alive")
      #expect(try RawAnswer(kept.rest).status == 404)
    }
  }

  @Test("§9.6 Connection: close is honoured and said")
  func close() async throws {
    try await LiveServer.with { server in
      for target in ["/atom.xml", "/healthz", "/changes"] {
        let answer = try await server.ask(target)

        #expect(answer["connection"] == "close", "\(target)")
      }
    }
  }
}

import HTTPTypes
import Hummingbird
import Testing
import WebClient

@Suite("WebClient")
struct WebClientTests {
  private let client = WebClient(LoopbackApplication.limits)

  private static func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.on("/echo", method: .put) { request, _ in
      let body = try await request.body.collect(upTo: 1 << 22)
      var headers: HTTPFields = [.contentType: request.headers[.contentType] ?? "none"]
      if let name = HTTPField.Name("X-Given") { headers[name] = request.headers[name] }
      return Response(status: .created, headers: headers, body: .init(byteBuffer: body))
    }
    router.get("/away") { _, _ in Response(status: .found, headers: [.location: "/echo"]) }
    router.on("/echo", method: .head) { _, _ in Response(status: .ok, headers: [.eTag: "\"v1\""]) }
    router.get("/long") { _, _ in String(repeating: "x", count: (1 << 20) + 1) }
    return router
  }

  private func serving(_ body: @Sendable (String) async throws -> Void) async throws {
    try await LoopbackApplication.with(Self.router()) { try await body("http://127.0.0.1:\($0)") }
  }

  @Test("a body of any bytes goes there and back, with its fields, also past a megabyte")
  func echo() async throws {
    try await serving { base in
      for count in [0, 1, 700, 1_000_000] {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let answer = try await client.send(
          WebRequest(
            "PUT", base + "/echo",
            headers: [WebHeader("Content-Type", "text/x-odd"), WebHeader("X-Given", "a\r\nb: c")],
            body: body))

        #expect(answer.status == 201)
        #expect(answer.body == body)
        #expect(answer.header("content-type") == "text/x-odd")
        // A line break in a value would begin a field of its own.
        #expect(answer.header("X-Given") == "ab: c")
      }
    }
  }

  @Test("HEAD has fields and no body; a redirect is an answer")
  func statuses() async throws {
    try await serving { base in
      let head = try await client.send(WebRequest("HEAD", base + "/echo"))
      #expect(head.status == 200 && head.header("ETag") == "\"v1\"" && head.body.isEmpty)
      let away = try await client.send(WebRequest("GET", base + "/away"))
      #expect(away.status == 302 && away.header("location") == "/echo")
      let none = try await client.send(WebRequest("GET", base + "/none"))
      #expect(none.status == 404)
    }
  }

  @Test("an answer longer than is taken is a failure")
  func tooLong() async throws {
    try await serving { base in
      await #expect(throws: WebClientError.failed("the answer is too long")) {
        try await client.send(WebRequest("GET", base + "/long"))
      }
    }
  }

  @Test("a cancelled request ends soon, and the client goes on")
  func cancellation() async throws {
    let silent = try ListeningSocket()
    defer { silent.close() }
    try await serving { base in
      let hanging = Task {
        try await client.send(WebRequest("GET", "http://127.0.0.1:\(silent.port)/"))
      }
      hanging.cancel()
      await #expect(throws: WebClientError.cancelled) { try await hanging.value }
      let none = try await client.send(WebRequest("GET", base + "/none"))
      #expect(none.status == 404)
    }
  }

  @Test("many requests at once have answers of their own")
  func atOnce() async throws {
    try await serving { base in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<60 {
          group.addTask {
            let body = Array("\(number)".utf8)
            return try await client.send(WebRequest("PUT", base + "/echo", body: body)).body == body
          }
        }
        for try await isOwn in group { #expect(isOwn) }
      }
    }
  }

  @Test("what cannot be reached, and what is no address of the web, is said in words")
  func failures() async throws {
    let socket = try ListeningSocket()
    socket.close()
    await #expect(throws: WebClientError.failed("connection refused")) {
      try await client.send(WebRequest("GET", "http://127.0.0.1:\(socket.port)/"))
    }
    for url in ["file:///etc/passwd", "", "http://[", "gopher://127.0.0.1/"] {
      await #expect(throws: WebClientError.self) { try await client.send(WebRequest("GET", url)) }
    }
  }
}

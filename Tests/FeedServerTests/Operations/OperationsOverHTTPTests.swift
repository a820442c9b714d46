import Feeds
import Metrics
import Testing

@testable import FeedServer

@Suite("Operating it over HTTP")
struct OperationsOverHTTPTests {
  private static let token = "0123456789abcdef"

  @Test("healthz answers, readyz says what is missing")
  func health() async throws {
    try await LiveServer.with(readiness: { Readiness(isReady: false, words: "first scan runs") }) {
      server in
      let health = try await server.ask("/healthz")
      let ready = try await server.ask("/readyz")

      #expect(health.status == 200 && health.text == "ok\n")
      #expect(ready.status == 503 && ready.text == "first scan runs\n")
    }
  }

  @Test("metrics count requests by status, and what others have counted")
  func metrics() async throws {
    let registry = PrometheusMetrics()
    Counter(label: "newsfold_articles_read", factory: registry).increment(by: 7)
    try await LiveServer.with(metrics: registry) { server in
      _ = try await server.ask("/atom.xml")
      _ = try await server.ask("/none")
      _ = try await server.ask("/none")

      let answer = try await server.ask("/metrics")

      #expect(answer["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      #expect(answer.text.contains("newsfold_http_requests_total{status=\"200\"} 1\n"))
      #expect(answer.text.contains("newsfold_http_requests_total{status=\"404\"} 2\n"))
      #expect(answer.text.contains("newsfold_http_request_duration_seconds_count 3\n"))
      #expect(answer.text.contains("newsfold_articles_read_total 7\n"))
    }
  }

  @Test("a resync is asked with the token, and its report is answered")
  func resync() async throws {
    try await LiveServer.with(
      resync: { "{\"changed\":3}" }, configure: { $0.resyncToken = Array(Self.token.utf8) }
    ) { server in
      let without = try await server.ask("/resync", method: "POST")
      let with = try await server.ask(
        "/resync", method: "POST", ["Authorization: Bearer \(Self.token)"])
      let again = try await server.ask(
        "/resync", method: "POST", ["Authorization: Bearer \(Self.token)"])
      let get = try await server.ask("/resync")

      #expect(without.status == 401 && without["www-authenticate"] == "Bearer realm=\"newsfold\"")
      #expect(with.status == 200 && with.text == "{\"changed\":3}")
      #expect(again.status == 429 && again["retry-after"] != nil)
      #expect(get.status == 405 && get["allow"] == "POST, OPTIONS")
    }
  }

  @Test("a resync that fails says no more than that")
  func failedResync() async throws {
    struct Secret: Error {}
    try await LiveServer.with(
      resync: { throw Secret() }, configure: { $0.resyncToken = Array(Self.token.utf8) }
    ) { server in
      let answer = try await server.ask(
        "/resync", method: "POST", ["Authorization: Bearer \(Self.token)"])

      #expect(answer.status == 500 && !answer.text.contains("Secret"))
    }
  }

  @Test("without a token there is no resync over HTTP")
  func off() async throws {
    try await LiveServer.with(resync: { "{}" }) { server in
      let get = try await server.ask("/resync")
      let post = try await server.ask("/resync", method: "POST")

      #expect(get.status == 404)
      #expect(post.status == 405)
    }
  }

  @Test(
    "what is for operators is refused through a proxy, health, changes and documents are not",
    arguments: ["Forwarded: for=192.0.2.1", "Via: 1.1 web", "X-Forwarded-For: 192.0.2.1"])
  func proxy(field: String) async throws {
    try await LiveServer.with(
      resync: { "{}" }, configure: { $0.resyncToken = Array(Self.token.utf8) }
    ) { server in
      for path in ["/metrics", "/readyz"] {
        let answer = try await server.ask(path, [field])
        #expect(answer.status == 403 && answer.text.contains("operations_listen"))
        #expect(try await server.ask(path).status == 200)
      }
      let resync = try await server.ask(
        "/resync", method: "POST", [field, "Authorization: Bearer \(Self.token)"])
      #expect(resync.status == 403)
      for path in ["/healthz", "/changes", "/atom.xml"] {
        #expect(try await server.ask(path, [field]).status == 200)
      }
    }
  }

  @Test("with a listener of their own, operators are answered there alone, through proxies, too")
  func ownListener() async throws {
    let socket = try ListeningSocket()
    try await LiveServer.with(
      resync: { "{}" },
      configure: {
        $0.resyncToken = Array(Self.token.utf8)
        $0.operationsAddress = .inherited(descriptor: socket.descriptor)
      }
    ) { server in
      for path in ["/metrics", "/readyz", "/resync"] {
        #expect(try await server.ask(path).status == 404)
      }
      #expect(try await server.ask("/healthz").status == 200)
      #expect(try await server.ask("/changes").status == 200)
      let operations = LiveServer(
        port: socket.port, server: server.server, directory: server.directory)
      #expect(try await operations.ask("/metrics", ["Via: 1.1 web"]).status == 200)
      #expect(try await operations.ask("/readyz").status == 200)
      #expect(try await operations.ask("/changes").status == 404)
      let resync = try await operations.ask(
        "/resync", method: "POST", ["Authorization: Bearer \(Self.token)"])
      #expect(resync.status == 200)
    }
  }
}

import FoundationEssentials
import HTTPTypes
import Hummingbird
import Synchronization
import Testing
import WebClient

/// A WebSub hub that follows the W3C recommendation: it verifies subscriptions, fetches topics, and
/// distributes them signed.
final class LoopbackHub: Sendable {
  /// A ping from a publisher.
  struct Ping: Sendable {
    let form: String
    let type: String?
    let status: Int
  }

  private struct Subscription {
    let topic: String
    let callback: String
    let secret: String
  }

  private struct Contents {
    var subscriptions: [Subscription] = []
    /// The statuses of the next pings, before it works.
    var troubles: [(status: Int, retryAfter: String?)] = []
  }

  private enum Job {
    case verify(Subscription)
    case distribute(topic: String)
  }

  private let client = WebClient(LoopbackApplication.limits)
  private let contents = Mutex(Contents())
  private let jobs: AsyncStream<Job>
  private let job: AsyncStream<Job>.Continuation
  private let ping: AsyncStream<Ping>.Continuation
  /// The pings as they come.
  let pings: AsyncStream<Ping>

  private init() {
    (jobs, job) = AsyncStream.makeStream()
    (pings, ping) = AsyncStream.makeStream()
  }

  /// Runs a hub while a body runs, which gets its address.
  static func with(_ body: @Sendable (LoopbackHub, String) async throws -> Void) async throws {
    let hub = LoopbackHub()
    try await LoopbackApplication.with(hub.router()) { port in
      try await withThrowingTaskGroup { group in
        group.addTask { try await hub.work("http://127.0.0.1:\(port)/hub") }
        try await body(hub, "http://127.0.0.1:\(port)/hub")
        group.cancelAll()
      }
    }
  }

  /// Makes the next pings fail.
  func fail(_ troubles: [(status: Int, retryAfter: String?)]) {
    contents.withLock { $0.troubles = troubles }
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.post("/hub") { [self] request, _ in
      let form = String(buffer: try await request.body.collect(upTo: 65_536))
      return answer(form, type: request.headers[.contentType])
    }
    return router
  }

  private func answer(_ form: String, type: String?) -> Response {
    let fields = FormFields(form)
    switch fields["hub.mode"] {
    case "subscribe":
      // §5.1.2: what is missing is a 4xx, the rest is judged later.
      guard let topic = fields["hub.topic"], let callback = fields["hub.callback"] else {
        return Response(status: .badRequest)
      }
      job.yield(
        .verify(
          Subscription(topic: topic, callback: callback, secret: fields["hub.secret"] ?? "")))
      return Response(status: .accepted)
    case "publish":
      let trouble = contents.withLock { contents in
        contents.troubles.isEmpty ? nil : contents.troubles.removeFirst()
      }
      ping.yield(Ping(form: form, type: type, status: trouble?.status ?? 204))
      if let trouble {
        let headers: HTTPFields = trouble.retryAfter.map { [.retryAfter: $0] } ?? [:]
        return Response(status: .init(code: trouble.status), headers: headers)
      }
      guard let topic = fields["hub.url"] else { return Response(status: .badRequest) }
      job.yield(.distribute(topic: topic))
      return Response(status: .noContent)
    default:
      return Response(status: .badRequest)
    }
  }

  private func work(_ own: String) async throws {
    for await job in jobs {
      switch job {
      case .verify(let subscription): try await verify(subscription)
      case .distribute(let topic): try await distribute(topic, own)
      }
    }
  }

  /// §5.3: the subscriber must echo the challenge.
  private func verify(_ subscription: Subscription) async throws {
    let query =
      "?hub.mode=subscribe&hub.topic=\(subscription.topic)&hub.challenge=c-4711"
      + "&hub.lease_seconds=3600"
    let answer = try await client.send(WebRequest("GET", subscription.callback + query))
    guard answer.status == 200, answer.body == Array("c-4711".utf8) else { return }
    contents.withLock { $0.subscriptions.append(subscription) }
  }

  /// §7: the topic's content as it is now, signed, with its own links.
  private func distribute(_ topic: String, _ own: String) async throws {
    let answer = try await client.send(WebRequest("GET", topic))
    let subscriptions = contents.withLock { $0.subscriptions.filter { $0.topic == topic } }
    for subscription in subscriptions {
      let request = WebRequest(
        "POST", subscription.callback,
        headers: [
          WebHeader("Content-Type", answer.header("Content-Type") ?? ""),
          WebHeader("Link", "<\(own)>; rel=\"hub\", <\(topic)>; rel=\"self\""),
          WebHeader(
            "X-Hub-Signature",
            "sha256=" + SignedBody.signature(answer.body, secret: subscription.secret)),
        ],
        body: answer.body)
      _ = try await client.send(request)
    }
  }
}

import HTTPTypes
import Hummingbird
import Testing
import WebClient

/// A WebSub subscriber: it confirms what it asked for, and accepts only content signed with its
/// secret.
final class LoopbackSubscriber: Sendable {
  private static let secret = "a secret of the subscriber"

  /// Tells that its subscription is verified.
  let verified: AsyncStream<String>
  /// The bodies with a right signature, and `nil` for others.
  let deliveries: AsyncStream<String?>
  private let verify: AsyncStream<String>.Continuation
  private let deliver: AsyncStream<String?>.Continuation

  private init() {
    (verified, verify) = AsyncStream.makeStream()
    (deliveries, deliver) = AsyncStream.makeStream()
  }

  /// Runs a subscriber while a body runs, which gets the address of its callback.
  static func with(
    _ body: @Sendable (LoopbackSubscriber, String) async throws -> Void
  ) async throws {
    let subscriber = LoopbackSubscriber()
    try await LoopbackApplication.with(subscriber.router()) { port in
      try await body(subscriber, "http://127.0.0.1:\(port)/callback")
    }
  }

  /// Asks a hub for a topic, and waits until the hub has verified that.
  func subscribe(to topic: String, at hub: String, callback: String) async throws {
    let form =
      "hub.mode=subscribe&hub.topic=\(topic)&hub.callback=\(callback)"
      + "&hub.secret=\(Self.secret.replacing(" ", with: "+"))"
    let request = WebRequest(
      "POST", hub, headers: [WebHeader("Content-Type", "application/x-www-form-urlencoded")],
      body: Array(form.utf8))
    let answer = try await WebClient(LoopbackApplication.limits).send(request)
    #expect(answer.status == 202)
    var iterator = verified.makeAsyncIterator()
    #expect(await iterator.next() == topic)
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/callback") { [self] request, _ in
      let query = request.uri.queryParameters
      verify.yield(query.get("hub.topic") ?? "")
      return query.get("hub.challenge") ?? ""
    }
    router.post("/callback") { [self] request, _ in
      let body = Array(try await request.body.collect(upTo: 1 << 20).readableBytesView)
      let signature = HTTPField.Name("X-Hub-Signature").flatMap { request.headers[$0] }
      let isRight = signature == "sha256=" + SignedBody.signature(body, secret: Self.secret)
      deliver.yield(isRight ? String(decoding: body, as: UTF8.self) : nil)
      return HTTPResponse.Status.noContent
    }
    return router
  }
}

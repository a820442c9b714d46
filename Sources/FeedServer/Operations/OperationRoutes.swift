import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Answers operators and their machines: `/healthz`, `/readyz`, `/metrics` and, if it is switched
/// on, `/resync`.
struct OperationRoutes: Sendable {
  let metrics: PrometheusMetrics
  let readiness: @Sendable () async -> Readiness
  let resync: FeedServer.Resync?
  let gate: ResyncGate?
  let logger: Logger
  /// Whether requests that came through a proxy are refused: these routes are for operators, and
  /// a web server in front passes everybody's requests on.
  let refusesProxies: Bool

  func add(to router: Router<ServedRequestContext>) {
    Self.addHealth(to: router)
    router.get("/readyz") { request, _ in
      if let refusal = refusal(of: request) { return refusal }
      let state = await readiness()
      return OperationRoutes.words(state.words, state.isReady ? .ok : .serviceUnavailable)
    }
    router.get("/metrics") { request, _ in
      if let refusal = refusal(of: request) { return refusal }
      // Version 0.0.4 of the text format, which every Prometheus reads.
      return JSONAnswer.response(
        ByteBuffer(string: ProcessMetrics.text + metrics.text),
        type: "text/plain; version=0.0.4; charset=utf-8")
    }
    if let gate, let resync {
      router.post("/resync") { request, context in
        if let refusal = refusal(of: request) { return refusal }
        return await answer(
          gate.judge(request.headers[.authorization], from: context.client), resync)
      }
    }
  }

  /// Adds `/healthz`. "Healthy" means only that the process answers; a hung pipeline is found by
  /// the watchdog.
  static func addHealth(to router: Router<ServedRequestContext>) {
    router.get("/healthz") { _, _ in OperationRoutes.words("ok", .ok) }
  }

  /// The fields that proxies add: RFC 7239 §4, RFC 9110 §7.6.3, and what was there before.
  private static let ofProxies = [
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip",
  ]

  private func refusal(of request: Request) -> Response? {
    guard refusesProxies,
      request.headers.contains(where: { Self.ofProxies.contains($0.name.canonicalName) })
    else { return nil }
    return Problem(
      title: "not through a proxy", status: 403,
      detail: "Ask without a proxy, or set operations_listen and ask there."
    ).response()
  }

  private func answer(_ verdict: ResyncGate.Verdict, _ resync: FeedServer.Resync) async -> Response
  {
    switch verdict {
    case .unauthorised:
      return Problem(
        title: "unauthorised", status: 401,
        detail: "Send 'Authorization: Bearer' with the token of the settings."
      ).response(headers: [.wwwAuthenticate: "Bearer realm=\"newsfold\""])
    case .tooMany(let seconds):
      return Problem(
        title: "too many requests", status: 429, detail: "Ask again in \(seconds) s."
      ).response(retryAfter: seconds)
    case .admitted:
      logger.info("resync asked over HTTP")
      do {
        let report = try await resync()
        return JSONAnswer.response(ByteBuffer(string: report), type: "application/json")
      } catch {
        logger.error("resync asked over HTTP failed", metadata: ["error": "\(error)"])
        return Problem(
          title: "resync failed", status: 500, detail: "See 'newsfold status' and the log."
        ).response()
      }
    }
  }

  private static func words(_ words: String, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
  }
}

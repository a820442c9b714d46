import CoreMetrics
import Metrics

/// The server's own counts: requests by status, how long they took, bytes of bodies.
struct ServerMetrics: Sendable {
  private let requests: [Int: Counter]
  private let others: Counter
  private let duration: Timer
  private let bytes: Counter

  /// Makes the metrics, in a registry of their own or in that of the process.
  init(_ factory: any MetricsFactory) {
    let label = "newsfold_http_requests"
    requests = Dictionary(
      uniqueKeysWithValues: ServerMetrics.statuses.map {
        ($0, Counter(label: label, dimensions: [("status", String($0))], factory: factory))
      })
    others = Counter(label: label, dimensions: [("status", "other")], factory: factory)
    duration = Timer(label: "newsfold_http_request_duration", factory: factory)
    bytes = Counter(label: "newsfold_http_response_bytes", factory: factory)
  }

  /// Counts an answer.
  func answered(status: Int, nanoseconds: Int64, byteCount: Int) {
    (requests[status] ?? others).increment()
    duration.recordNanoseconds(nanoseconds)
    if byteCount > 0 { bytes.increment(by: byteCount) }
  }

  /// Every status that the server gives.
  private static let statuses = [
    200, 202, 204, 206, 226, 304, 308, 400, 401, 403, 404, 405, 408, 410, 412, 414, 416, 429, 431,
    500,
    501,
    503, 505,
  ]
}

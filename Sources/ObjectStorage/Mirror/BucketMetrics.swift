import CoreMetrics
import Metrics

/// The counts of one bucket.
struct BucketMetrics: Sendable {
  /// The outcome of a request.
  enum Outcome: String, CaseIterable {
    /// The server did as it was asked.
    case done
    /// It did not, and is asked again.
    case failed
    /// It does not want the object.
    case refused
  }

  private let requests: [Outcome: Counter]
  private let waiting: Gauge
  private let complete: Gauge

  init(_ factory: any MetricsFactory, bucket: String) {
    requests = Dictionary(
      uniqueKeysWithValues: Outcome.allCases.map {
        (
          $0,
          Counter(
            label: "newsfold_bucket_requests",
            dimensions: [("bucket", bucket), ("outcome", $0.rawValue)], factory: factory)
        )
      })
    waiting = Gauge(
      label: "newsfold_bucket_waiting", dimensions: [("bucket", bucket)], factory: factory)
    complete = Gauge(
      label: "newsfold_bucket_complete", dimensions: [("bucket", bucket)], factory: factory)
  }

  /// Counts a request.
  func count(_ outcome: Outcome) { requests[outcome]?.increment() }

  /// Records how far the bucket is.
  func record(_ standing: BucketStanding) {
    waiting.record(standing.waiting)
    complete.record(standing.isComplete ? 1 : 0)
  }
}

import CoreMetrics
import Metrics

/// The counts of pings to hubs.
struct HubMetrics: Sendable {
  /// Pings that a hub took.
  private let accepted: Counter
  /// Pings that a hub did not want.
  private let refused: Counter
  /// Pings that did not arrive, or that the hub could not take.
  private let failed: Counter
  /// Counts the times that a hub was given up.
  let gaveUp: Counter
  /// The number of topics that wait for a ping.
  let waiting: Gauge

  init(_ factory: any MetricsFactory) {
    let counter = { (outcome: String) in
      Counter(
        label: "newsfold_websub_pings", dimensions: [("outcome", outcome)], factory: factory)
    }
    accepted = counter("accepted")
    refused = counter("refused")
    failed = counter("failed")
    gaveUp = Counter(label: "newsfold_websub_hubs_given_up", factory: factory)
    waiting = Gauge(label: "newsfold_websub_waiting", factory: factory)
  }

  func count(_ verdict: HubVerdict) {
    switch verdict {
    case .accepted: accepted.increment()
    case .refused: refused.increment()
    case .failed: failed.increment()
    }
  }
}

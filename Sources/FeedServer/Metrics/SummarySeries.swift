import CoreMetrics
import Synchronization

/// Counts values, and sums them.
final class SummarySeries: RecorderHandler, MetricSeries {
  private let totals = Mutex<(count: Double, sum: Double)>((0, 0))

  var samples: [MetricSample] {
    let totals = totals.withLock { $0 }
    return [
      MetricSample(suffix: "_sum", value: totals.sum),
      MetricSample(suffix: "_count", value: totals.count),
    ]
  }

  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    totals.withLock { totals in
      totals.count += 1
      totals.sum += value
    }
  }
}

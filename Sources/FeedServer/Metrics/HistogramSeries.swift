import CoreMetrics
import Synchronization

/// Counts how many durations fell under each bound, in seconds.
final class HistogramSeries: TimerHandler, MetricSeries {
  /// About three bounds a decade, from a document in memory (tens of microseconds) to a full resync
  /// (minutes).
  private static let bounds: [Double] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    30, 60, 300,
  ]

  private struct Totals {
    var counts = [UInt64](repeating: 0, count: bounds.count + 1)
    var nanoseconds: Int64 = 0
  }

  private let totals = Mutex(Totals())

  var samples: [MetricSample] {
    let totals = totals.withLock { $0 }
    var samples: [MetricSample] = []
    var below: UInt64 = 0
    for (bound, count) in zip(HistogramSeries.bounds, totals.counts) {
      below += count
      samples.append(
        MetricSample(
          suffix: "_bucket", label: "le=\"\(MetricText.number(bound))\"", value: Double(below)))
    }
    let all = Double(below + (totals.counts.last ?? 0))
    samples.append(MetricSample(suffix: "_bucket", label: "le=\"+Inf\"", value: all))
    samples.append(MetricSample(suffix: "_sum", value: Double(totals.nanoseconds) / 1e9))
    samples.append(MetricSample(suffix: "_count", value: all))
    return samples
  }

  func recordNanoseconds(_ duration: Int64) {
    let seconds = Double(duration) / 1e9
    let bucket =
      HistogramSeries.bounds.firstIndex { seconds <= $0 } ?? HistogramSeries.bounds.count
    totals.withLock { totals in
      totals.counts[bucket] += 1
      totals.nanoseconds &+= duration
    }
  }
}

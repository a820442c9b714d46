import CoreMetrics
import Synchronization

/// A number that only grows.
final class CounterSeries: CounterHandler, FloatingPointCounterHandler, MetricSeries {
  private let whole = Atomic<Int64>(0)
  private let fraction = Mutex<Double>(0)

  var samples: [MetricSample] {
    [MetricSample(value: Double(whole.load(ordering: .relaxed)) + fraction.withLock { $0 })]
  }

  func increment(by amount: Int64) {
    whole.wrappingAdd(amount, ordering: .relaxed)
  }

  func increment(by amount: Double) {
    fraction.withLock { $0 += amount }
  }

  func reset() {
    whole.store(0, ordering: .relaxed)
    fraction.withLock { $0 = 0 }
  }
}

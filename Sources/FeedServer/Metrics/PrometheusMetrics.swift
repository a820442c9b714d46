public import CoreMetrics
import Synchronization

/// The metrics of the process, kept in memory and rendered in Prometheus' text format (version
/// 0.0.4).
///
/// Install it once with `MetricsSystem.bootstrap`, then everything that swift-metrics records
/// appears at `/metrics`. Labels become names (`-` and `.` to `_`), counters end in `_total`,
/// timers are histograms in `_seconds`, recorders and meters are gauges, and aggregating recorders
/// are summaries.
public final class PrometheusMetrics: MetricsFactory, Sendable {
  /// The most combinations of dimensions of one name. Further ones are not counted, so that a
  /// mistake in a dimension cannot fill the memory.
  static let seriesLimit = 1_000

  private let families = Mutex<[String: MetricFamily]>([:])
  private let help: [String: String]

  /// Makes an empty registry.
  ///
  /// - Parameter help: The help text of each metric, by the name under which it is rendered.
  public init(help: [String: String] = [:]) {
    self.help = help
  }

  /// Makes or finds a counter.
  public func makeCounter(
    label: String, dimensions: [(String, String)]
  ) -> any CounterHandler {
    series(label, .counter, dimensions) { CounterSeries() }
  }

  /// Makes or finds a counter of fractions.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, .counter, dimensions) { CounterSeries() }
  }

  /// Makes or finds a gauge.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, .gauge, dimensions) { GaugeSeries() }
  }

  /// Makes or finds a summary, or a gauge if it does not aggregate.
  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    guard aggregate else { return series(label, .gauge, dimensions) { GaugeSeries() } }
    return series(label, .summary, dimensions) { SummarySeries() }
  }

  /// Makes or finds a histogram of seconds.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, .histogram, dimensions) { HistogramSeries() }
  }

  /// Keeps the counter, because Prometheus takes a counter that vanishes for a restart.
  public func destroyCounter(_ handler: any CounterHandler) {}

  /// Keeps the counter.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

  /// Keeps the gauge.
  public func destroyMeter(_ handler: any MeterHandler) {}

  /// Keeps the recorder.
  public func destroyRecorder(_ handler: any RecorderHandler) {}

  /// Keeps the timer.
  public func destroyTimer(_ handler: any TimerHandler) {}

  /// Everything recorded so far, in Prometheus' text format, sorted by name and labels.
  public var text: String {
    let families = families.withLock { $0 }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      if let words = help[name] { text += "# HELP \(name) \(MetricText.help(words))\n" }
      text += "# TYPE \(name) \(family.kind.rawValue)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        for sample in series.samples {
          let inner = [labels, sample.label].filter { !$0.isEmpty }.joined(separator: ",")
          let braces = inner.isEmpty ? "" : "{\(inner)}"
          text += "\(name)\(sample.suffix)\(braces) \(MetricText.number(sample.value))\n"
        }
      }
    }
    return text
  }

  private func series<Series: MetricSeries>(
    _ label: String, _ kind: MetricFamily.Kind, _ dimensions: [(String, String)],
    _ make: () -> Series
  ) -> Series {
    let name = MetricText.name(label, suffix: kind.suffix)
    let labels = MetricText.labels(dimensions)
    return families.withLock { families in
      var family = families[name] ?? MetricFamily(kind: kind)
      if let known = family.series[labels] as? Series { return known }
      let series = make()
      // A series is not recorded if its name belongs to another kind, or has too many series.
      guard family.kind == kind, family.series.count < PrometheusMetrics.seriesLimit,
        family.series[labels] == nil
      else { return series }
      family.series[labels] = series
      families[name] = family
      return series
    }
  }
}

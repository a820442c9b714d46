/// All series of one metric name.
struct MetricFamily: Sendable {
  enum Kind: String, Sendable {
    case counter
    case gauge
    case summary
    case histogram

    /// The ending of names of this kind, by the conventions of Prometheus.
    var suffix: String {
      switch self {
      case .counter: "_total"
      case .histogram: "_seconds"
      case .gauge, .summary: ""
      }
    }
  }

  let kind: Kind
  /// The series by their rendered labels.
  var series: [String: any MetricSeries] = [:]

  init(kind: Kind) {
    self.kind = kind
  }
}

/// A series of a metric, with its present values.
protocol MetricSeries: AnyObject, Sendable {
  var samples: [MetricSample] { get }
}

/// One line of the text format.
struct MetricSample: Sendable {
  /// The ending added to the name: `_bucket`, `_sum`, `_count`, or nothing.
  var suffix = ""
  /// A label of this line alone, already rendered: `le="0.1"`.
  var label = ""
  var value: Double
}

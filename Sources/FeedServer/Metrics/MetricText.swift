/// Writes names, labels and numbers of Prometheus' text format.
enum MetricText {
  /// A label of swift-metrics as a metric name: `[a-zA-Z_:][a-zA-Z0-9_:]*`, with the suffix of its
  /// kind.
  static func name(_ label: String, suffix: String) -> String {
    var name = String(
      label.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ":": Character(scalar)
        default: "_"
        }
      })
    if name.first.map({ $0.isNumber }) ?? true { name = "_" + name }
    return name.hasSuffix(suffix) ? name : name + suffix
  }

  /// Dimensions as labels, sorted by name.
  static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.sorted { $0.0 < $1.0 }
      .map { "\(name($0.0, suffix: ""))=\"\(value($0.1))\"" }
      .joined(separator: ",")
  }

  /// A help text on one line.
  static func help(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  /// Whole numbers without a fraction, others as Swift prints them, which is what Go's `ParseFloat`
  /// reads.
  static func number(_ value: Double) -> String {
    // 2^53: up to there every whole number has one Double.
    if value.rounded() == value, abs(value) < 9_007_199_254_740_992 { return String(Int64(value)) }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return String(value)
  }

  private static func value(_ text: String) -> String {
    help(text).replacing("\"", with: "\\\"")
  }
}

/// A duration as a person writes it in settings: `200ms`, `2s`, `10m`, `12h`, `14d`.
enum DurationText {
  /// Reads a duration.
  ///
  /// - Returns: The duration; a bare number means seconds. Nil if the text is no duration, or a
  ///   negative one.
  static func parse(_ text: String) -> Duration? {
    let number = text.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(number), value >= 0, value.isFinite else { return nil }
    let milliseconds: Double
    switch text[number.endIndex...].trimmingSpaces() {
    case "ms": milliseconds = value
    case "", "s": milliseconds = value * 1000
    case "m", "min": milliseconds = value * 60_000
    case "h": milliseconds = value * 3_600_000
    case "d": milliseconds = value * 86_400_000
    default: return nil
    }
    guard milliseconds < 1e15 else { return nil }
    return .milliseconds(Int64(milliseconds))
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    String(drop { $0 == " " })
  }
}

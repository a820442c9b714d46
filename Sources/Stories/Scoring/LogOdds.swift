/// A log-odds: by how much articles are sooner of one event than not, as a natural logarithm.
///
/// Whole millionths, so that sums are exact and the same in every order.
struct LogOdds: Hashable, Sendable {
  /// The least and the greatest.
  static let (least, greatest) = (LogOdds(millionths: .min), LogOdds(millionths: .max))

  /// The number of millionths.
  var millionths: Int64

  /// Makes a log-odds of millionths.
  init(millionths: Int64) { self.millionths = millionths }

  /// Rounds to the nearest millionth.
  init(_ value: Double) { millionths = Int64((value * 1_000_000).rounded()) }

  /// The number as such.
  var value: Double { Double(millionths) / 1_000_000 }
}

extension LogOdds: ExpressibleByFloatLiteral {
  /// Makes a log-odds of a number in the source.
  init(floatLiteral value: Double) { self.init(value) }
}

extension LogOdds: Comparable {
  static func < (one: LogOdds, other: LogOdds) -> Bool { one.millionths < other.millionths }
}

extension LogOdds: AdditiveArithmetic {
  static let zero = LogOdds(millionths: 0)

  static func + (one: LogOdds, other: LogOdds) -> LogOdds {
    LogOdds(millionths: one.millionths + other.millionths)
  }

  static func - (one: LogOdds, other: LogOdds) -> LogOdds {
    LogOdds(millionths: one.millionths - other.millionths)
  }

  /// A sum of this many of them, or one that weighs this much.
  static func * (one: LogOdds, count: Int64) -> LogOdds {
    LogOdds(millionths: one.millionths * count)
  }

  /// A mean of this many, cut towards zero.
  static func / (sum: LogOdds, count: Int64) -> LogOdds {
    LogOdds(millionths: sum.millionths / count)
  }
}

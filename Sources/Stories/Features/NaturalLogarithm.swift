/// The natural logarithm from additions, multiplications and divisions alone, so the result is the
/// same to the last bit everywhere.
///
/// A C library's `log` may differ in its last bit from machine to machine, and with it a score.
enum NaturalLogarithm {
  /// ln 2 to the precision of a Double.
  private static let ln2 = 0.693_147_180_559_945_3

  /// 1/35, 1/33, …, 1/3, 1: the coefficients of the series, the smallest first.
  private static let inverses = stride(from: 35, through: 1, by: -2).map { 1 / Double($0) }

  /// ln x for a positive x, within a few units of the last place.
  ///
  /// x = 2ᵏ·m with m in [1, 2), and ln m = 2 artanh((m − 1)/(m + 1)); the argument is at most 1/3,
  /// so that 18 terms of the series reach 2⁻⁵³ (Abramowitz and Stegun 4.1.27).
  static func of(_ x: Double) -> Double {
    precondition(x > 0, "the logarithm of a positive number")
    let ratio = (x.significand - 1) / (x.significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for inverse in inverses { sum = sum * square + inverse }
    return Double(x.exponent) * ln2 + 2 * ratio * sum
  }

  /// ln(1 + x) for x ≥ 0.
  static func ofOnePlus(_ x: Double) -> Double { of(1 + x) }
}

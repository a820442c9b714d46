/// The number and weight of the terms that two articles share among the heaviest of either.
///
/// A term counts its weight once, and once more for either opening that has it. It is one number of
/// 32 bits, because a search adds up some ten thousand of them.
struct SharedWeight: Hashable, Sendable {
  /// The count above the lowest twenty bits, which hold a thousand terms of the greatest weight.
  private var bits: UInt32 = 0

  /// Makes an empty sum.
  init() {}

  /// Makes the weight of one term that both have.
  @inline(__always)
  init(_ weight: UInt8, isInOpening one: Bool, _ other: Bool) {
    bits = 1 << 20 | UInt32(weight) &* ((one ? 2 : 1) + (other ? 1 : 0))
  }

  var isNothing: Bool { bits == 0 }

  /// The number of terms.
  var count: UInt32 { bits >> 20 }

  /// Their weight in twentieths.
  var weight: UInt32 { bits & 0xF_FFFF }

  @inline(__always)
  static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum.bits &+= other.bits
    return sum
  }
}

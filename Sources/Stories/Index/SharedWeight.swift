/// What two articles share among the heaviest terms of either: how many, and what they weigh.
///
/// A term counts its weight once, and once more for either opening that says it. One number of 32 bits, since a search adds up some
/// ten thousand of them.
struct SharedWeight: Hashable, Sendable {
  /// The count above the lowest twenty bits, which hold a thousand terms of the greatest weight.
  private var bits: UInt32 = 0

  /// Nothing.
  init() {}

  /// A term that both have.
  @inline(__always)
  init(_ weight: UInt8, isInOpening one: Bool, _ other: Bool) {
    bits = 1 << 20 | UInt32(weight) &* ((one ? 2 : 1) + (other ? 1 : 0))
  }

  var isNothing: Bool { bits == 0 }

  /// How many terms there are.
  var count: UInt32 { bits >> 20 }

  /// What they weigh in twentieths.
  var weight: UInt32 { bits & 0xF_FFFF }

  @inline(__always)
  static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum.bits &+= other.bits
    return sum
  }
}

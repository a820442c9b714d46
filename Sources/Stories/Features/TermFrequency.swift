/// (1 + ln tf)·idf in whole thousandths, so that sums over terms are exact.
enum TermFrequency {
  /// 1 + ln n in thousandths for n = 0 … 255, and zero for n = 0.
  private static let factors: [UInt32] = (0...255).map { count in
    count == 0 ? 0 : UInt32(((1 + NaturalLogarithm.of(Double(count))) * 1000).rounded())
  }

  /// The weight of a term that occurs `count` times.
  static func weight(_ count: Int, _ weight: UInt8) -> UInt16 {
    // Thousandths times twentieths: divide by twenty. 255 times the heaviest term stay under 65,536
    // but for a hair.
    UInt16(min(65535, factors[min(count, 255)] * UInt32(weight) / 20))
  }
}

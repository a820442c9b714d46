/// Punycode (RFC 3492), for hosts with letters outside ASCII.
enum Punycode {
  // The parameters of §5.
  private static let radix = 36
  private static let firstThreshold = 1
  private static let lastThreshold = 26
  private static let skew = 38
  private static let damping = 700
  private static let firstBias = 72

  /// Encodes one label, without `xn--`; nil if the label is longer than DNS allows (63 characters).
  static func encoded(_ label: Substring) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let plainCount = output.count
    if plainCount > 0 { output.append(0x2D) }
    var next = 0x80
    var delta = 0
    var bias = firstBias
    var handled = plainCount
    while handled < scalars.count {
      guard let smallest = scalars.filter({ $0 >= next }).min() else { return nil }
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == plainCount)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return output.count <= 59 ? String(decoding: output, as: UTF8.self) : nil
  }

  private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var position = radix
    while true {
      let threshold = min(max(position - bias, firstThreshold), lastThreshold)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (radix - threshold)))
      rest = (rest - threshold) / (radix - threshold)
      position += radix
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / damping : delta / 2
    rest += rest / count
    var position = 0
    while rest > (radix - firstThreshold) * lastThreshold / 2 {
      rest /= radix - firstThreshold
      position += radix
    }
    return position + (radix - firstThreshold + 1) * rest / (rest + skew)
  }
}

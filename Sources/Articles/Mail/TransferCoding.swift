/// Undoes the codings that send eight bits through seven (RFC 2045 §6).
enum TransferCoding {
  /// Undoes the coding that a header names.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ coding: String?) -> [UInt8] {
    switch coding?.trimmingWhitespace().lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Undoes base64; other characters are skipped.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D:
        // Padding ends a group; a concatenated text goes on with another.
        (bits, count) = (0, 0)
        continue
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// Undoes quoted-printable; an equals sign that begins nothing stands for itself.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == 0x3D else {
        result.append(byte)
        index += 1
        continue
      }
      if index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else if let end = softBreak(bytes, index + 1) {
        index = end
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The place after a line end, which spaces may come before.
  private static func softBreak(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index < bytes.endIndex, bytes[index] == 0x0D { index += 1 }
    guard index < bytes.endIndex else { return bytes.endIndex }
    return bytes[index] == 0x0A ? index + 1 : bytes[index - 1] == 0x0D ? index : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

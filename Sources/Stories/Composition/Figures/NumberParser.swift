import FoundationEssentials
import NewsModel

/// Reads numbers as newspapers write them.
enum NumberParser {
  /// The value of digits without separators; nil if there are some.
  static func plain(_ bytes: ArraySlice<UInt8>) -> Double? {
    var value = 0.0
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Double(byte - 0x30)
    }
    return value
  }

  /// The value of digits with separators; nil if they are no number (a date, a time, a version).
  ///
  /// `1,234,567` and `1.234.567` are thousands. One separator before exactly three digits is one of
  /// thousands in the languages that write thousands with it, else a decimal one; before other than
  /// three digits it is decimal.
  static func value(_ bytes: ArraySlice<UInt8>, language: String) -> Double? {
    let text = ascii(bytes)
    if let plain = plain(text[...]) { return plain }
    guard !text.contains(0x3A) else { return nil }
    let commas = text.count { $0 == 0x2C }
    let points = text.count { $0 == 0x2E }
    let hasPointThousands = pointThousands.contains(language)
    let thousands: UInt8
    switch (commas, points) {
    case (0, 1): thousands = hasPointThousands && isGrouped(text, by: 0x2E) ? 0x2E : 0x2C
    case (1, 0): thousands = !hasPointThousands && isGrouped(text, by: 0x2C) ? 0x2C : 0x2E
    case (0, _): thousands = 0x2E
    case (_, 0): thousands = 0x2C
    default:
      thousands = (text.lastIndex(of: 0x2C) ?? 0) > (text.lastIndex(of: 0x2E) ?? 0) ? 0x2E : 0x2C
    }
    let decimal: UInt8 = thousands == 0x2C ? 0x2E : 0x2C
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    guard !whole.contains(thousands) || isGrouped(Array(whole), by: thousands) else { return nil }
    guard let left = plain(whole.filter { $0 != thousands }[...]) else { return nil }
    guard parts.count == 2 else { return left }
    guard let right = plain(parts[1]) else { return nil }
    var scale = 1.0
    for _ in parts[1] { scale *= 10 }
    return left + right / scale
  }

  /// Languages that part thousands by points and decimals by a comma (CLDR, number symbols).
  private static let pointThousands: Set<String> = [
    "da", "de", "el", "es", "hr", "id", "is", "it", "nl", "pt", "ro", "sl", "sr", "tr", "vi",
  ]

  private static func isGrouped(_ text: [UInt8], by separator: UInt8) -> Bool {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, (1...3).contains(first.count),
      first.first != 0x30
    else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func ascii(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return Array(bytes) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
      LetterClass.asciiDigit($0) ?? ($0.isASCII ? UInt8($0.value) : 0x3A)
    }
  }
}

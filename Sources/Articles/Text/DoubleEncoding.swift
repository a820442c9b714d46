/// Undoes a double encoding: the publisher took UTF-8 for Latin-1 or windows-1252 and encoded it
/// again, `ChÃ¡vez` for `Chávez`, `isnâ€™t` for `isn’t`.
enum DoubleEncoding {
  /// The text as it was meant.
  ///
  /// Only if every letter of Latin-1 in it is a part of UTF-8 when read as bytes, which hardly
  /// happens by chance: one `«` or `é` that stands for itself, and the text is left alone. A
  /// quotation mark or a dash between may stand for itself.
  static func undone(_ text: String) -> String {
    guard mayBeDouble(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result: [UInt8] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      guard let first = byte(of: scalar) else {
        result += UTF8.encode(scalar) ?? .init()
        index += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      let bytes = scalars[index...].prefix(length).compactMap(byte)
      if (0xC2...0xF4).contains(first), bytes.count == length,
        String(validating: bytes, as: UTF8.self) != nil
      {
        result += bytes
        index += length
      } else if scalar.value > 0xFF {
        result += UTF8.encode(scalar) ?? .init()
        index += 1
      } else {
        return text
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether U+00C2 to U+00F4, what the first byte of a letter became, stands before what another
  /// one of it may have become.
  private static func mayBeDouble(_ text: String) -> Bool {
    // In UTF-8: C3 82 to C3 B4, then C2 80 to C2 BF, or the first byte of what 80 to 9F are in
    // windows-1252.
    var window: UInt32 = 0
    for byte in text.utf8 {
      window = window << 8 | UInt32(byte)
      guard window & 0xFF_0000 == 0xC3_0000, (0x82...0xB4).contains(window >> 8 & 0xFF) else {
        continue
      }
      switch window & 0xFF {
      case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2: return true
      default: continue
      }
    }
    return false
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return scalar.value < 0x152 ? nil : windows1252[scalar]
  }

  /// The characters 0x80 to 0x9F of windows-1252 (WHATWG Encoding, index windows-1252), with their
  /// bytes; five bytes have none.
  private static let windows1252: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
    "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
    "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}

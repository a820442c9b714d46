/// Undoes an encoding too many: text whose publisher took UTF-8 for Latin-1 and encoded it again, `ChÃ¡vez` for `Chávez`.
enum DoubleEncoding {
  /// The text as it was meant.
  ///
  /// Only if every run of Latin-1 letters in it is UTF-8 when read as bytes, which hardly happens by chance: one `«` or
  /// `é` that stands for itself, and the text is left alone.
  static func undone(_ text: String) -> String {
    guard mayBeDouble(text) else { return text }
    var bytes: [UInt8] = []
    var run: [UInt8] = []
    for scalar in text.unicodeScalars {
      if (0x80...0xFF).contains(scalar.value) {
        run.append(UInt8(scalar.value))
      } else {
        guard String(validating: run, as: UTF8.self) != nil else { return text }
        bytes += run
        run = []
        bytes += Array(String(scalar).utf8)
      }
    }
    guard String(validating: run, as: UTF8.self) != nil else { return text }
    return String(decoding: bytes + run, as: UTF8.self)
  }

  /// Whether U+00C0 to U+00FF stands before U+0080 to U+00BF: what letters, dashes and quotation marks become.
  private static func mayBeDouble(_ text: String) -> Bool {
    // In UTF-8: C3 80 to C3 BF, then C2 80 to C2 BF.
    var window: UInt32 = 0
    for byte in text.utf8 {
      window = window << 8 | UInt32(byte)
      if window & 0xFFC0_FFC0 == 0xC380_C280 { return true }
    }
    return false
  }
}

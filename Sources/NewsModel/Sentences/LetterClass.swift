/// The class of a Unicode scalar to the scanner, and its lower case.
package enum LetterClass {
  case letter
  case unspaced
  case digit
  case apostrophe
  case other

  /// Classifies a scalar beyond ASCII; the frequent blocks first, the property tables of the
  /// standard library last.
  package static func of(_ scalar: Unicode.Scalar) -> LetterClass {
    switch scalar.value {
    case 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020: return .other
    case 0x00C0...0x024F: return scalar.value == 0xD7 || scalar.value == 0xF7 ? .other : .letter
    case 0x0400...0x0481, 0x048A...0x052F, 0x1E00...0x1EFF: return .letter
    // Han, Kana, Thai, Lao, Myanmar, Khmer: scripts that put no spaces between words. Hangul does.
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF,
      0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0ECE, 0x1000...0x103F, 0x1780...0x17D3:
      return .unspaced
    case 0x0660...0x0669, 0x06F0...0x06F9, 0x0966...0x096F, 0x09E6...0x09EF, 0xFF10...0xFF19:
      return .digit
    default:
      let properties = scalar.properties
      if properties.isAlphabetic { return .letter }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return .letter
      default: return .other
      }
    }
  }

  /// The ASCII digit of a decimal digit of another script; nil for what is none.
  package static func asciiDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39: UInt8(scalar.value)
    case 0x0660...0x0669: UInt8(scalar.value - 0x0660 + 0x30)
    case 0x06F0...0x06F9: UInt8(scalar.value - 0x06F0 + 0x30)
    case 0x0966...0x096F: UInt8(scalar.value - 0x0966 + 0x30)
    case 0x09E6...0x09EF: UInt8(scalar.value - 0x09E6 + 0x30)
    case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }

  /// The lower case of a letter beyond ASCII, as UTF-8, and whether the letter was upper case.
  package static func lowered(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) -> Bool {
    let value = scalar.value
    switch value {
    case 0x00DF...0x00FF, 0x0430...0x045F, 0x0600...0x1CFF, 0x3000...0xA63F, 0xAC00...0xD7FF:
      // Lower case already, or a script without cases.
      append(scalar, to: &bytes)
      return false
    case 0x00C0...0x00DE, 0x0410...0x042F:
      return appendLower(value + 0x20, to: &bytes)
    case 0x0400...0x040F:
      return appendLower(value + 0x50, to: &bytes)
    case 0x1EA0...0x1EFF:
      guard value % 2 == 0 else { break }
      return appendLower(value + 1, to: &bytes)
    default:
      let lower = scalar.properties.lowercaseMapping
      bytes.append(contentsOf: lower.utf8)
      return scalar.properties.isUppercase
    }
    append(scalar, to: &bytes)
    return false
  }

  private static func appendLower(_ value: UInt32, to bytes: inout [UInt8]) -> Bool {
    guard let lower = Unicode.Scalar(value) else { return false }
    append(lower, to: &bytes)
    return true
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(unit) }
  }
}

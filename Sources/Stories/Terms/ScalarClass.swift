/// The class of a Unicode scalar for the word scanner.
enum ScalarClass: UInt8 {
  /// Between words.
  case separator
  /// A letter, or a mark on one.
  case letter
  /// A letter of a script written without spaces (Han, kana, Thai, Lao, Khmer, Burmese).
  case unspaced
  /// A decimal digit of any script.
  case digit
}

extension ScalarClass {
  /// Classifies a scalar by its general category (Unicode 4.5) and, for scripts without spaces, its
  /// block.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .decimalNumber: self = .digit
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      self = Self.isUnspaced(scalar.value) ? .unspaced : .letter
    default: self = .separator
    }
  }

  /// Whether a letter belongs to a script whose words ICU finds by dictionary.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF,  // Thai, Lao
      0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,  // Burmese
      0x1780...0x17FF,  // Khmer
      0x3005...0x3007, 0x3031...0x3035, 0x3041...0x30FF, 0x31F0...0x31FF,  // kana, repetition marks
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // Han
      0xFF66...0xFF9F,  // half-width kana
      0x20000...0x3FFFF:  // Han, later planes
      true
    default: false
    }
  }
}

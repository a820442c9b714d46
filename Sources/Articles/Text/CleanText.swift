import Foundation
import NewsModel

/// Cleans text as `NewsModel.Article` promises it: NFC, single spaces, no controls, nothing
/// invisible.
///
/// Everything that is read passes here once, so that later stages meet no character that may not
/// stand in a document (`LegibleText`).
enum CleanText {
  /// Cleans a text that becomes one line.
  static func line(_ text: String) -> String {
    clean(text, keepsLines: false)
  }

  /// Cleans a text and keeps its line ends as `\n`.
  static func lines(_ text: String) -> String {
    clean(text, keepsLines: true)
  }

  private static func clean(_ text: String, keepsLines: Bool) -> String {
    if isClean(text) { return text }
    let text = DoubleEncoding.undone(text)
    var result = String.UnicodeScalarView()
    var hasSpace = false
    var needsComposing = false
    var previousIsReturn = false
    var marks = 0
    for scalar in text.unicodeScalars {
      let isReturn = scalar == "\r"
      defer { previousIsReturn = isReturn }
      switch kind(of: scalar) {
      case .lineEnd where keepsLines:
        hasSpace = false
        if scalar == "\n", previousIsReturn { continue }
        result.append("\n")
      case .space, .lineEnd:
        hasSpace = !result.isEmpty && result.last != "\n"
      case .nothing:
        continue
      case .text:
        // UAX #15 §13: no word of any language has more than 30 marks on a letter; sorting
        // thousands takes for ever.
        marks = scalar.value >= 0x300 && isMark(scalar) ? marks + 1 : 0
        guard marks <= 30 else { continue }
        if hasSpace { result.append(" ") }
        hasSpace = false
        if scalar.value >= 0x300, !needsComposing { needsComposing = mayCompose(scalar) }
        result.append(scalar)
      }
    }
    let cleaned = String(result)
    return needsComposing ? cleaned.precomposedStringWithCanonicalMapping : cleaned
  }

  /// Plain ASCII with single spaces inside: most lines of English.
  private static func isClean(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private enum Kind {
    case text
    case space
    case lineEnd
    case nothing
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x482, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .lineEnd
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x00...0x1F, 0x7F...0x9F: .nothing
    // Soft hyphen, grapheme joiner, zero-width space, word joiner and invisible operators, byte
    // order mark, marks of annotations and of embedded objects.
    case 0xAD, 0x34F, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFC: .nothing
    // Embeddings, overrides and isolates: an unclosed one turns the page around it.
    case 0x202A...0x202E, 0x2066...0x2069: .nothing
    default: LegibleText.mayStand(scalar) ? .text : .nothing
    }
  }

  /// Whether the scalar can be part of a text that is not NFC: every such text has a mark, a Hangul
  /// jamo or one of the singletons (UAX #15, `NFC_Quick_Check` other than Yes).
  private static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2126, 0x212A, 0x212B, 0x2329, 0x232A, 0xF900...0xFAFF, 0x1F70...0x1FFF,
      0x2F800...0x2FA1F, 0x1D15E...0x1D1C0, 0x340...0x387:
      true
    case 0x400...0x482, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark: true
      case .otherLetter: (0x900...0xFFF).contains(scalar.value) || scalar.value >= 0xFB1D
      default: false
      }
    }
  }
}

extension CleanText {
  /// The text with `\n` alone between its lines.
  static func normalizedLineEnds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

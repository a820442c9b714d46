/// Tells characters that a reader can read from those that only damage a text.
///
/// Article readers clean texts with it, titles are chosen with it, and document writers use it as a
/// last check.
public enum LegibleText {
  /// Whether a text says something: it has a letter, a digit or a symbol that can be seen.
  ///
  /// White space, marks of punctuation, combining marks without a letter, formatting characters,
  /// private characters and U+FFFD say nothing, in any number.
  ///
  /// - Complexity: O(*n*); a text in words is known by its first character.
  public static func isLegible(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { saysSomething($0) }
  }

  /// Whether a character may stand in a text that is published.
  ///
  /// Not: control characters but tab and line ends (XML 1.0 §2.2 discourages or forbids them), code
  /// points that will never be characters (Unicode §23.7), private ones, which no two readers show
  /// alike (§23.5), and U+FFFD, which says that somebody lost a character before.
  public static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0xA0...0xDFFF: true
    case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFFD...0xFFFF: false
    case 0xF0000...: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  private static func saysSomething(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x481, 0x4E00...0x9FFF:
      return true
    case 0x00...0x7F:
      // Those symbols of ASCII that stand for a word; `|` and `~` only separate.
      return "$+%&@<=>".unicodeScalars.contains(scalar)
    case 0x2800, 0xFFFC:
      // BRAILLE PATTERN BLANK and OBJECT REPLACEMENT CHARACTER have the class of symbols but show
      // nothing.
      return false
    default:
      guard mayStand(scalar), !scalar.properties.isDefaultIgnorableCodePoint else { return false }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .currencySymbol, .mathSymbol, .otherSymbol:
        return true
      default: return false
      }
    }
  }
}

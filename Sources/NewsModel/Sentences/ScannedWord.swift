/// One word or number of a paragraph, as the composition compares it.
///
/// Hashes instead of strings: a story of three hundred articles has a quarter of a million words,
/// and the only question about a word is whether it equals another. 64 bits of FNV-1a make a
/// chance meeting of two words of one story rarer than 10⁻⁹, and the function is the same on every
/// machine (Swift's own `Hasher` is not).
package struct ScannedWord: Sendable {
  /// The first byte in the paragraph.
  package var start: Int
  /// The byte after the last.
  package var end: Int
  /// The hash of the whole word in lower case; a number's without its separators.
  package var full: UInt64
  /// The hash of the word's beginning, by which inflected forms meet.
  package var stem: UInt64
  /// The number of its Unicode scalars.
  package var length: Int
  /// The characters that it is made of.
  package var kind: Kind
  /// Whether its first letter is upper case.
  package var isCapitalised: Bool

  /// The characters that a word is made of.
  package enum Kind: Sendable {
    /// Letters of a script that puts spaces between words.
    case letters
    /// Digits, with separators between them.
    case digits
    /// Digits and letters (`6.30am`, `G7`, `2nd`).
    case mixed
    /// Two neighbouring characters of a script without spaces (Chinese, Japanese, Thai).
    case pair
  }
}

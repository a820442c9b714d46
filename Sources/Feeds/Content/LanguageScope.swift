import NewsModel

/// The language of text that is not marked otherwise; text in another language gets `lang` and
/// `dir`.
struct LanguageScope: Sendable {
  /// The surrounding language, if known.
  var language: String?

  /// The attributes `lang` and `dir` of an element with text in another language, with a space
  /// before them.
  ///
  /// The direction is stated if it differs. If the language of the text is unknown, the direction
  /// is left to the browser.
  func attributes(for inner: String?) -> HTMLFragment {
    guard let inner, Self.isTag(inner) else { return " dir=\"auto\"" }
    guard inner != language else { return "" }
    let direction = TextDirection.of(inner)
    guard direction != TextDirection.of(language ?? "") else { return " lang=\"\(inner)\"" }
    return " lang=\"\(inner)\" dir=\"\(direction.rawValue)\""
  }

  /// Whether a text is a tag of a known language (RFC 5646 §2.1, loosely: subtags of 1 to 8 letters
  /// or digits).
  static func isTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard LanguageSubtag.isKnown(text.prefix { $0 != "-" }) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy {
          isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

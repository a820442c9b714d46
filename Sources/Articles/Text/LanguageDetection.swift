internal import CLanguages

#if canImport(NaturalLanguage)
  import NaturalLanguage
#endif

/// Finds out in which language an article is written.
enum LanguageDetection {
  /// Shorter texts are guessed wrong too often: a headline of names is any language.
  private static let leastCharacters = 60
  /// CLD2 needs no more; its time is linear in the bytes.
  private static let mostCharacters = 4_000

  /// - Returns: A normalised tag; nil if the text is too short or the detector unsure.
  static func language(of text: String) -> String? {
    let sample = String(text.prefix(mostCharacters))
    // A CJK character says as much as some three letters.
    let weight = sample.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 3 : 1) }
    guard weight >= leastCharacters else { return nil }
    return detected(sample).flatMap(LanguageTag.normalized)
  }

  #if canImport(NaturalLanguage)
    private static func detected(_ sample: String) -> String? {
      let recognizer = NLLanguageRecognizer()
      recognizer.processString(sample)
      guard let best = recognizer.languageHypotheses(withMaximum: 1).first, best.value >= 0.8 else {
        return nil
      }
      return best.key.rawValue
    }
  #else
    private static func detected(_ sample: String) -> String? {
      var percent: Int32 = 0
      var bytes = Array(sample.utf8CString)
      let count = Int32(bytes.count - 1)
      let code = bytes.withUnsafeMutableBufferPointer { buffer -> String in
        guard let start = buffer.baseAddress else { return "" }
        return String(cString: newsfold_guess_language(start, count, &percent))
      }
      // Less than three quarters in one language is a mixture, or a guess.
      return code.isEmpty || percent < 75 ? nil : code
    }
  #endif
}

internal import CLanguages

#if canImport(NaturalLanguage)
  import NaturalLanguage
#endif

/// Detects the language of an article.
enum LanguageDetection {
  /// The fewest characters: shorter texts are guessed wrong too often, and a headline of names is
  /// any language.
  private static let leastCharacters = 60
  /// The most characters that are looked at: CLD2 needs no more, and its time is linear in the
  /// bytes.
  private static let mostCharacters = 4_000

  /// The characters that a text has to have for its own language to count more than the one that is
  /// stated: some fifty words.
  private static let leastToContradict = 300
  /// The least share in one language, in percent: less than three quarters is a mixture, or a
  /// guess.
  private static let leastPercent = 75
  /// The least share in percent to contradict the stated language: nearly all of the text, because
  /// the rest is names and quotations.
  private static let percentToContradict = 90

  /// Languages that a detector takes for one another, so that the stated one counts: CLD2's own
  /// sets of close languages, and the Chinese ones.
  private static let closeSets: [Set<String>] = [
    ["id", "ms"], ["bo", "dz"], ["cs", "sk"], ["zu", "xh"], ["bs", "hr", "sr", "sh", "cnr"],
    ["hi", "mr", "bh", "ne"], ["no", "nb", "nn", "da"], ["gl", "es", "pt"], ["rw", "rn"],
    ["zh", "yue", "wuu", "lzh"],
  ]

  /// The language that a text is in.
  ///
  /// The stated language is often that of a site's template (`<html lang="en">` around Vietnamese
  /// news), and a text that is read as another language seems to consist of rare words: all such
  /// texts would resemble each other. So a text that is clearly in another language counts more.
  ///
  /// - Parameters:
  ///   - text: The title and the text.
  ///   - stated: The normalised tag that the article or its page states, if it does.
  /// - Returns: A normalised tag; nil if none is stated and the text is too short or the detector
  ///   unsure.
  static func language(of text: String, stated: String?) -> String? {
    guard let stated else {
      return language(of: text, characters: leastCharacters, percent: leastPercent)
    }
    guard
      let found = language(
        of: text, characters: leastToContradict, percent: percentToContradict)
    else { return stated }
    let pair = Set([primary(found), primary(stated)])
    return closeSets.contains { pair.isSubset(of: $0) } || pair.count == 1 ? stated : found
  }

  private static func primary(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

  private static func language(of text: String, characters: Int, percent: Int) -> String? {
    let sample = String(text.prefix(mostCharacters))
    // A CJK character says as much as some three letters.
    let weight = sample.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 3 : 1) }
    guard weight >= characters else { return nil }
    return detected(sample, percent: percent).flatMap(LanguageTag.normalized)
  }

  #if canImport(NaturalLanguage)
    private static func detected(_ sample: String, percent: Int) -> String? {
      let recognizer = NLLanguageRecognizer()
      recognizer.processString(sample)
      guard let best = recognizer.languageHypotheses(withMaximum: 1).first,
        best.value * 100 >= Double(percent)
      else {
        return nil
      }
      return best.key.rawValue
    }
  #else
    private static func detected(_ sample: String, percent least: Int) -> String? {
      var percent: Int32 = 0
      var bytes = Array(sample.utf8CString)
      let count = Int32(bytes.count - 1)
      let code = bytes.withUnsafeMutableBufferPointer { buffer -> String in
        guard let start = buffer.baseAddress else { return "" }
        return String(cString: newsfold_guess_language(start, count, &percent))
      }
      return code.isEmpty || Int(percent) < least ? nil : code
    }
  #endif
}

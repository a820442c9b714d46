/// Cuts a paragraph into sentences, in any script that marks their ends.
///
/// A sentence ends at `. ! ? …` before a space, and at `。 ！ ？ । ؟ ۔ ። ။ ។ ։` anywhere; closing
/// quotes and brackets go with it. It does not end after an abbreviation, an initial, a decimal
/// point, before a lower-case letter, or inside a quotation that is closed later in the paragraph:
/// half a quotation is no sentence. Where the rules leave a doubt they do not cut: a sentence too
/// long is left out of an entry, half of one would be shown.
///
/// By hand, because the rules that ICU follows (UAX #29) end a sentence after "Dr." and within a
/// quotation.
package struct SentenceSplitter {
  private let bytes: [UInt8]
  private let words: [ScannedWord]
  private let isOrdinalLanguage: Bool
  /// The letter that was found last and where it stands, so that a row of marks looks for it once.
  private var foundLetter: (from: Int, at: Int, scalar: Unicode.Scalar?)?
  /// The byte up to which no mark closes a quotation, by the mark that opens it.
  private var unclosed: [Unicode.Scalar: Int] = [:]

  /// Finds the sentences of a paragraph.
  ///
  /// - Parameters:
  ///   - bytes: The paragraph in UTF-8.
  ///   - words: Its words.
  ///   - language: Its language: some write ordinals with a point ("3. Oktober").
  /// - Returns: The byte ranges of its sentences, in order, without the spaces around them.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func split(_ bytes: [UInt8], words: [ScannedWord], language: String?) -> [Range<
    Int
  >] {
    let primary = language.map { $0.prefix { $0 != "-" }.lowercased() } ?? ""
    var splitter = SentenceSplitter(
      bytes: bytes, words: words, isOrdinalLanguage: ordinalLanguages.contains(primary))
    return splitter.run()
  }

  /// Languages whose ordinals are a figure and a point (CLDR, ordinal patterns).
  private static let ordinalLanguages: Set<String> = [
    "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl",
    "sk", "sl", "sr", "tr",
  ]

  /// The longest quotation in bytes that is kept whole: five sentences of the median 109 characters
  /// (mix-dev, natural).
  private static let longestQuotation = 550

  private init(bytes: [UInt8], words: [ScannedWord], isOrdinalLanguage: Bool) {
    self.bytes = bytes
    self.words = words
    self.isOrdinalLanguage = isOrdinalLanguage
  }

  private mutating func run() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var at = 0
    var word = 0
    var quoteEnd = 0
    while at < bytes.count {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      if at >= quoteEnd, let close = Self.closingQuote(of: scalar) {
        quoteEnd = endOfQuotation(from: next, open: scalar, close: close)
      }
      guard let strength = Self.strength(of: scalar),
        next > quoteEnd || isLast(next, before: quoteEnd)
      else {
        at = next
        continue
      }
      while word < words.count, words[word].end <= at { word += 1 }
      if word < words.count, words[word].start < at {  // a point within a number or a name
        at = next
        continue
      }
      let end = endOfMarks(max(next, quoteEnd))
      if isEnd(strength, at: at, end: end, before: word - 1) {
        append(start..<end, to: &sentences)
        start = end
      }
      at = end
    }
    append(start..<bytes.count, to: &sentences)
    return sentences
  }

  /// Whether a mark is the last thing in its quotation, so that it ends the sentence around it too.
  private func isLast(_ next: Int, before quoteEnd: Int) -> Bool {
    var at = endOfMarks(next)
    while at < quoteEnd {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      guard scalar.properties.isWhitespace || scalar == "“" || Self.isClosing(scalar) else {
        return false
      }
      at = next
    }
    return true
  }

  private enum Strength { case point, mark, ellipsis, full }

  private static func strength(of scalar: Unicode.Scalar) -> Strength? {
    switch scalar {
    case ".": .point
    case "!", "?", "؟", "։": .mark
    case "…": .ellipsis
    case "。", "！", "？", "｡", "।", "॥", "۔", "።", "။", "។": .full
    default: nil
    }
  }

  private mutating func isEnd(_ strength: Strength, at: Int, end: Int, before: Int) -> Bool {
    if end == bytes.count { return true }
    if strength == .full { return true }
    let following = SentenceWordScanner.decode(bytes, end).scalar
    let isSpaced = following.properties.isWhitespace
    if !isSpaced { return SentenceWordScanner.classify(following) == .unspaced }
    guard let next = nextLetter(after: end) else { return true }
    if next.properties.isLowercase { return false }
    let isEllipsis = strength == .ellipsis || (strength == .point && isRun(at: at))
    guard strength == .point, !isEllipsis, before >= 0, words[before].end == at else { return true }
    return !isAbbreviation(words[before])
  }

  private func isRun(at: Int) -> Bool { at + 1 < bytes.count && bytes[at + 1] == 0x2E }

  private func isAbbreviation(_ word: ScannedWord) -> Bool {
    // Initials, and letters with points between them (J. Smith, U.S., z. B.).
    if word.length == 1, word.kind == .letters { return word.isCapitalised || isPointed(word) }
    if isOrdinalLanguage, word.kind == .digits, word.length <= 2 { return true }
    return Abbreviations.contains(word.full)
  }

  private func isPointed(_ word: ScannedWord) -> Bool {
    word.start > 0 && bytes[word.start - 1] == 0x2E
  }

  private mutating func nextLetter(after end: Int) -> Unicode.Scalar? {
    if let found = foundLetter, found.from <= end, end <= found.at { return found.scalar }
    var at = end
    while at < bytes.count {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      switch SentenceWordScanner.classify(scalar) {
      case .other, .apostrophe: at = next
      default:
        foundLetter = (end, at, scalar)
        return scalar
      }
    }
    foundLetter = (end, at, nil)
    return nil
  }

  /// Goes past further end marks and the quotes and brackets that close with the sentence.
  private func endOfMarks(_ from: Int) -> Int {
    var at = from
    while at < bytes.count {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      guard Self.strength(of: scalar) != nil || Self.isClosing(scalar) else { break }
      if scalar == "'" || scalar == "\"" {
        // A straight quote after a space opens.
        guard at > 0, bytes[at - 1] != 0x20 else { break }
      }
      at = next
    }
    return at
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", "》": true
    default: false
    }
  }

  private static func closingQuote(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
    switch scalar {
    case "“": ["”"]
    case "„": ["“", "”"]
    case "«": ["»"]
    case "「": ["」"]
    case "『": ["』"]
    case "\"": ["\""]
    default: nil
    }
  }

  /// The byte after the quote that closes a quotation; the start if none does within reach.
  private mutating func endOfQuotation(
    from start: Int, open: Unicode.Scalar, close: Set<Unicode.Scalar>
  ) -> Int {
    // What was looked through for an earlier mark of the kind has none.
    var at = max(start, unclosed[open] ?? start)
    while at < bytes.count, at - start < Self.longestQuotation {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      if close.contains(scalar) { return next }
      at = next
    }
    unclosed[open] = at
    return start
  }

  private func append(_ range: Range<Int>, to sentences: inout [Range<Int>]) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    if low < high { sentences.append(low..<high) }
  }
}

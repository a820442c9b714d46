/// Finds the words and numbers of a paragraph.
///
/// A word is a run of letters, marks and digits with inner apostrophes (a final `'s` counts for
/// nothing); a number keeps the separators between its digits (`1,234.5`, `6.30`); a script without
/// spaces gives overlapping pairs of characters, which find Chinese words without a dictionary.
package struct SentenceWordScanner {
  /// The beginning by which inflected forms meet: five letters.
  ///
  /// Cutting words at five letters serves retrieval in inflected languages as well as a stemmer
  /// made for one of them (Can et al. 2008, "Information retrieval on Turkish texts"), and needs no
  /// table a language.
  package static let stemLength = 5

  private var word: [UInt8] = []
  private var words: [ScannedWord] = []

  /// Scans the UTF-8 bytes of one paragraph.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func scan(_ bytes: [UInt8]) -> [ScannedWord] {
    var scanner = SentenceWordScanner()
    scanner.words.reserveCapacity(bytes.count / 5)
    scanner.run(bytes)
    return scanner.words
  }

  private mutating func run(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let (scalar, next) = Self.decode(bytes, at)
      switch Self.classify(scalar) {
      case .letter, .digit: at = readWord(bytes, from: at)
      case .unspaced: at = readUnspaced(bytes, from: at)
      case .apostrophe, .other: at = next
      }
    }
  }

  private mutating func readWord(_ bytes: [UInt8], from start: Int) -> Int {
    word.removeAll(keepingCapacity: true)
    var at = start
    var (letters, digits, length) = (0, 0, 0)
    var stemEnd = 0
    var isCapitalised = false
    var possessive: (bytes: Int, length: Int)?
    while at < bytes.count {
      let (scalar, next) = Self.decode(bytes, at)
      let isUpper: Bool
      switch Self.classify(scalar) {
      case .letter:
        if scalar.isASCII {
          let byte = bytes[at]
          isUpper = byte < 0x5B
          word.append(byte | 0x20)
        } else {
          isUpper = LetterClass.lowered(scalar, into: &word)
        }
        if letters + digits == 0 { isCapitalised = isUpper }
        letters += 1
      case .digit:
        word.append(LetterClass.asciiDigit(scalar) ?? 0x30)
        digits += 1
      case .apostrophe:
        guard letters > 0, Self.isLetter(bytes, next) else { return finish() }
        possessive = (word.count, length)
        word.append(0x27)
      case .unspaced: return finish()
      case .other:
        // A separator between two digits belongs to the number; a thousands separator does not
        // count.
        guard digits > 0, letters == 0, let byte = Self.separator(bytes, at),
          next < bytes.count, (0x30...0x39).contains(bytes[next])
        else { return finish() }
        if byte != 0x2C { word.append(byte) }
      }
      length += 1
      if length <= Self.stemLength { stemEnd = word.count }
      at = next
    }
    return finish()

    func finish() -> Int {
      if let possessive, word.count == possessive.bytes + 2, word.last == 0x73 {
        word.removeLast(2)
        length = possessive.length
        stemEnd = min(stemEnd, word.count)
      }
      let kind: ScannedWord.Kind = digits == 0 ? .letters : letters == 0 ? .digits : .mixed
      append(start, at, length, stemEnd, kind, isCapitalised)
      return at
    }
  }

  private mutating func append(
    _ start: Int, _ end: Int, _ length: Int, _ stemEnd: Int, _ kind: ScannedWord.Kind,
    _ isCapitalised: Bool
  ) {
    var full = WordHash()
    for byte in word { full.add(byte) }
    var stem = full.value
    if kind == .letters {
      // The plural of short words: bomb, bombs. "ss" is no plural (class, press).
      var cut = stemEnd
      if cut == word.count, length >= 4, word.last == 0x73, word.dropLast().last != 0x73 {
        cut -= 1
      }
      if cut < word.count {
        var hash = WordHash()
        for byte in word[..<cut] { hash.add(byte) }
        stem = hash.value
      }
    }
    words.append(
      ScannedWord(
        start: start, end: end, full: full.value, stem: stem, length: length, kind: kind,
        isCapitalised: isCapitalised))
  }

  private mutating func readUnspaced(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    var starts: [Int] = []
    while at < bytes.count {
      let (scalar, next) = Self.decode(bytes, at)
      guard Self.classify(scalar) == .unspaced else { break }
      starts.append(at)
      at = next
    }
    starts.append(at)
    for index in 0..<max(1, starts.count - 2) {
      let end = starts[min(index + 2, starts.count - 1)]
      var hash = WordHash()
      for byte in bytes[starts[index]..<end] { hash.add(byte) }
      words.append(
        ScannedWord(
          start: starts[index], end: end, full: hash.value, stem: hash.value, length: 2,
          kind: .pair, isCapitalised: false))
    }
    return at
  }

  private static func isLetter(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    return classify(decode(bytes, at).scalar) == .letter
  }

  private static func separator(_ bytes: [UInt8], _ at: Int) -> UInt8? {
    let byte = bytes[at]
    return byte == 0x2E || byte == 0x2C || byte == 0x3A ? byte : nil
  }

  @inlinable @inline(__always)
  package static func classify(_ scalar: Unicode.Scalar) -> LetterClass {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: return .letter
    case 0x30...0x39: return .digit
    case 0x27: return .apostrophe
    case 0..<0x80: return .other
    case 0x80..<0xC0: return scalar.value == 0xAA || scalar.value == 0xBA ? .letter : .other
    default: return LetterClass.of(scalar)
    }
  }

  /// Decodes the scalar at an offset of valid UTF-8, which the bytes of a `String` always are.
  @inlinable @inline(__always)
  package static func decode<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, _ at: Int
  ) -> (scalar: Unicode.Scalar, next: Int) where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = bytes[at]
    if first < 0x80 { return (Unicode.Scalar(first), at + 1) }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + count <= bytes.endIndex else { return ("\u{FFFD}", bytes.endIndex) }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", at + count)
  }
}

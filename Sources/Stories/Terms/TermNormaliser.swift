internal import CICU

/// Turns the words of one language into terms: lower case, without marks or endings, numbers in one
/// spelling.
///
/// Not for use by two threads at once, since Snowball's stemmers are not.
final class TermNormaliser {
  private let language: LanguageCode
  private let name: String
  private let stemmer: Stemmer?
  private let table = ScalarTable.shared

  init(_ language: LanguageCode) {
    self.language = language
    name = language.name
    stemmer = Stemmer(language)
  }

  /// The term of a word, as UTF-8; empty if nothing is left of it.
  func term(_ word: [UInt32], isNumber: Bool) -> [UInt8] {
    var scalars = composed(word)
    if isNumber { return number(scalars) }
    for index in scalars.indices {
      scalars[index] =
        scalars[index] == 0x2019
        ? 0x27
        : name == "tr" && scalars[index] == 0x49 ? 0x131 : table.lowercased(scalars[index])
    }
    if name == "tr" { scalars = scalars.map { $0 == 0x130 ? 0x69 : $0 } }
    cutApostrophe(&scalars)
    switch name {
    case "ru": scalars = scalars.map { $0 == 0x451 ? 0x435 : $0 }  // ё is written е as often as not
    case "ko": cutParticle(&scalars)
    case "en": scalars = scalars.map(table.withoutMarks)  // before stemming: café, naïve
    default: break
    }
    var bytes = utf8(scalars)
    if let stemmer { bytes = stemmer.stem(bytes) }
    return losesMarks(scalars)
      ? utf8(Self.scalars(bytes).map(table.withoutMarks).filter { !isMark($0) }) : bytes
  }

  /// Whether marks are removed: they tell Vietnamese syllables apart; elsewhere in Latin, Greek,
  /// Arabic and Hebrew they come and go.
  private func losesMarks(_ scalars: [UInt32]) -> Bool {
    guard name != "vi", let first = scalars.first else { return false }
    return first < 0x400 || ["ar", "fa", "ur", "he"].contains(name)
  }

  private func isMark(_ value: UInt32) -> Bool {
    guard value > 0x2FF, let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Removes an English possessive, an elided article (l'eau), and the endings of a Turkish name
  /// (Ankara'da).
  private func cutApostrophe(_ scalars: inout [UInt32]) {
    guard let index = scalars.firstIndex(of: 0x27) else { return }
    if scalars.suffix(2) == [0x27, 0x73] {
      scalars.removeLast(2)
    } else if ["fr", "it", "ca"].contains(name), index + 1 < scalars.count {
      scalars.removeFirst(index + 1)
    } else if name == "tr", index > 0 {
      scalars.removeLast(scalars.count - index)
    } else {
      scalars.removeAll { $0 == 0x27 }
    }
  }

  /// The particles that Korean hangs on a noun, longest first.
  private static let particles: [[UInt32]] = [
    "에서는", "으로는", "에서", "으로", "에게", "까지", "부터", "이나", "과의", "와의", "에는", "은", "는", "이",
    "가", "을", "를", "에", "의", "도", "와", "과", "로", "만",
  ].map { $0.unicodeScalars.map(\.value) }

  private func cutParticle(_ scalars: inout [UInt32]) {
    for particle in Self.particles
    where scalars.count >= particle.count + 2
      && scalars.suffix(particle.count).elementsEqual(particle)
    {
      scalars.removeLast(particle.count)
      return
    }
  }

  /// 1,234.5 in English and 1.234,5 elsewhere are one number; digits of all scripts are one.
  private func number(_ scalars: [UInt32]) -> [UInt8] {
    var digits: [UInt8] = scalars.map { scalar in
      if scalar == 0x2C || scalar == 0x2E { return UInt8(scalar) }
      let value = Unicode.Scalar(scalar)?.properties.numericValue ?? 0
      return 0x30 + UInt8(max(0, min(9, value)))
    }
    let (comma, point): (UInt8, UInt8) = (0x2C, 0x2E)
    func isGrouped(_ digits: ArraySlice<UInt8>, by separator: UInt8) -> Bool {
      let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
      return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        && groups.joined().allSatisfy { $0 >= 0x30 }
    }
    guard let last = digits.lastIndex(where: { $0 == comma || $0 == point }) else { return digits }
    let (decimal, thousands) = digits[last] == comma ? (comma, point) : (point, comma)
    if name == "en" {
      digits.removeAll { $0 == comma }
    } else if isGrouped(digits[...], by: decimal) {
      digits.removeAll { $0 == decimal }
    } else {
      // Of two kinds the last is the decimal one, if the other stands between thousands.
      if isGrouped(digits[..<last], by: thousands) {
        digits = digits[..<last].filter { $0 != thousands } + digits[last...]
      }
      digits = digits.map { $0 == comma ? point : $0 }
    }
    return digits
  }

  /// NFC, only where a mark stands apart.
  private func composed(_ word: [UInt32]) -> [UInt32] {
    guard word.contains(where: isMark) else { return word }
    let units = word.flatMap { value in
      Unicode.Scalar(value).map { Array(UTF16.encode($0) ?? .init()) } ?? []
    }
    var composed = [UInt16](repeating: 0, count: units.count * 2 + 8)
    let count = newsfold_compose(units, Int32(units.count), &composed, Int32(composed.count))
    guard count >= 0 else { return word }
    return String(decoding: composed[..<Int(count)], as: UTF16.self).unicodeScalars.map(\.value)
  }

  private func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for value in scalars {
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) {
        bytes.append(contentsOf: units)
      }
    }
    return bytes
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }
}

/// Reads the meaning of a word for any language: translations, the sound of a name, or a number.
///
/// Not for use by two threads at once.
final class PivotReader {
  /// The weight of a number of up to two digits, in twentieths: it says little, and a year or three
  /// digits more (from a prototype).
  private static let shortNumber: UInt8 = 24
  private static let yearNumber: UInt8 = 60
  private static let longNumber: UInt8 = 120
  /// The least weight of names, 2.5: commoner words are no names.
  private static let leastName: UInt8 = 50
  /// The fewest letters of a name that is not written with a capital.
  private static let leastLetters = 4
  private static let acronym = 2...5
  /// The fewest letters of a sound: shorter ones agree by chance.
  private static let leastSound = 3

  private let table: TranslationTable?
  private let isEnglish: Bool
  private let sounds: NameSound

  init(_ language: LanguageCode, sounds: NameSound) {
    table = TranslationTables.shared.table(language)
    isEnglish = language == .english
    self.sounds = sounds
  }

  /// The pivot terms of a word.
  ///
  /// - Parameters:
  ///   - word: The word as it is written.
  ///   - term: The term that it counts as.
  /// - Returns: Its translations, or the sound of a name, or the number; an English name may have
  ///   both.
  func terms(_ word: [UInt32], _ term: TermOccurrence) -> [PivotTerm] {
    if term.isNumber { return [number(word, term)] }
    let translations = Array(table?.pivots(term.term) ?? [])
    let isCapital = word.first.flatMap(Unicode.Scalar.init)?.properties.isUppercase ?? false
    // English names are often words besides; elsewhere a word with a translation is no name.
    guard translations.isEmpty || isEnglish && isCapital, let name = name(word, term, isCapital)
    else { return translations }
    return translations + [name]
  }

  private func number(_ word: [UInt32], _ term: TermOccurrence) -> PivotTerm {
    let isYear =
      word.count == 4 && (word.starts(with: [0x31, 0x39]) || word.starts(with: [0x32, 0x30]))
    let weight =
      word.count < 3
      ? Self.shortNumber : word.count == 3 || isYear ? Self.yearNumber : Self.longNumber
    return PivotTerm(key: term.term, weight: weight, share: TranslationTable.wholeShare)
  }

  private func name(_ word: [UInt32], _ term: TermOccurrence, _ isCapital: Bool) -> PivotTerm? {
    guard term.weight >= Self.leastName else { return nil }
    let isAcronym =
      Self.acronym.contains(word.count)
      && word.allSatisfy { Unicode.Scalar($0)?.properties.isUppercase ?? false }
    guard isAcronym || word.count >= Self.leastLetters, !isUnspaced(word) else { return nil }
    let sound = sounds.sound(word)
    guard isAcronym && !sound.isEmpty || sound.count >= Self.leastSound else { return nil }
    // A zero byte before it keeps sounds apart from English terms.
    return PivotTerm(
      key: TermHash.hash([0] + sound, isNumber: false),
      weight: isCapital ? term.weight : term.weight / 2, share: TranslationTable.wholeShare)
  }

  /// Whether a word is in a script without spaces, whose sounds no other script has.
  private func isUnspaced(_ word: [UInt32]) -> Bool {
    word.first.map { ScalarTable.shared.scalarClass($0) == .unspaced } ?? true
  }
}

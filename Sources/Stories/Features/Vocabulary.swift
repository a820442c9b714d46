/// The terms of one language's words as they are met, remembered byte for byte.
///
/// Not for use by two threads at once.
final class Vocabulary {
  private let normaliser: TermNormaliser
  private let table: FrequencyTable?
  private let calendar: [UInt32: CalendarMark]
  private let pivots: PivotReader
  private var slots: [Int32]
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// After this many words it starts anew, so that a flood of nonsense costs no more than 16 MB.
  private static let limit = 200_000

  /// Words of so many letters are no abbreviations when they are all in capitals.
  private static let emphasised = 6

  private struct Entry {
    var hash: UInt32
    var start: Int
    var count: Int
    var word: ReadWord?
  }

  init(_ language: LanguageCode, sounds: NameSound) {
    pivots = PivotReader(language, sounds: sounds)
    normaliser = TermNormaliser(language)
    table = FrequencyTables.shared.table(language)
    var calendar: [UInt32: CalendarMark] = [:]
    for word in Months.words(language) {
      calendar[TermHash.hash(normaliser.term(word, isNumber: false), isNumber: false)] = .month
    }
    for (word, day) in Weekdays.days(language) {
      calendar[TermHash.hash(normaliser.term(word, isNumber: false), isNumber: false)] =
        CalendarMark(weekday: day)
    }
    self.calendar = calendar
    slots = [Int32](repeating: -1, count: 1 << 12)
  }

  /// Reads a word; nil if nothing is left of it.
  func read(_ word: UnsafeBufferPointer<UInt8>, isNumber: Bool) -> ReadWord? {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.count == word.count,
        bytes.withUnsafeBufferPointer({
          $0[entry.start..<entry.start + entry.count].elementsEqual(word)
        })
      {
        return entry.word
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let read = make(word, isNumber: isNumber)
    if entries.count >= Self.limit { forget() }
    entries.append(Entry(hash: hash, start: bytes.count, count: word.count, word: read))
    bytes.append(contentsOf: word)
    if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
    return read
  }

  private func make(_ word: UnsafeBufferPointer<UInt8>, isNumber: Bool) -> ReadWord? {
    let scalars = UTF8Scalars.all(word)
    let term = normaliser.term(scalars, isNumber: isNumber)
    guard !term.isEmpty else { return nil }
    let hash = TermHash.hash(term, isNumber: isNumber)
    let occurrence = TermOccurrence(
      term: hash, weight: weight(hash, term, isNumber: isNumber),
      calendar: isNumber ? CalendarMark(number: term) : calendar[hash] ?? .none)
    return ReadWord(
      term: occurrence, pivots: pivots.terms(scalars, occurrence), capitals: capitals(scalars))
  }

  private func capitals(_ word: [UInt32]) -> ReadWord.Capitals {
    func isCapital(_ value: UInt32) -> Bool {
      Unicode.Scalar(value)?.properties.isUppercase ?? false
    }
    guard let first = word.first, isCapital(first) else { return .none }
    return word.count >= Self.emphasised && word.allSatisfy(isCapital) ? .all : .first
  }

  private func weight(_ hash: UInt32, _ term: [UInt8], isNumber: Bool) -> UInt8 {
    if isNumber { return term.count > 2 ? FrequencyTable.longNumber : FrequencyTable.shortNumber }
    if let table { return min(table.weight(hash) ?? .max, FrequencyTable.unknown) }
    // Without a table the long words are the rare ones: 1.3 for each letter after the second, as in
    // a prototype.
    let letters = term.count { $0 & 0xC0 != 0x80 }
    return UInt8(max(1, min(Int(FrequencyTable.unknown), 26 * (letters - 2))))
  }

  private func place(_ index: Int) {
    var slot = Int(entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in entries.indices { place(index) }
  }

  private func forget() {
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    slots = [Int32](repeating: -1, count: 1 << 12)
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

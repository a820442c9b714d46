/// The pairs of syllables that follow one another.
///
/// Vietnamese is written in syllables, most of its words have two, and a syllable alone says as
/// little as half a word: two articles that share many of them need not share a name. No dictionary
/// tells which pairs are words, and none is needed: those that are not seldom run in two articles.
enum SyllablePairs {
  /// The most that a pair weighs, 6: as much as a word at the edge of a frequency table
  /// (`FrequencyTable`).
  private static let heaviest = 120

  /// The pairs that each word makes with the next one; none across the end of the title, and none
  /// with a number.
  static func pairs(_ words: [TermOccurrence], titleCount: Int) -> [TermOccurrence] {
    words.indices.compactMap { index in
      let next = index + 1
      guard next < words.count, next != titleCount, !words[index].isNumber, !words[next].isNumber
      else { return nil }
      return pair(words[index], words[next])
    }
  }

  /// The pair of two syllables: as rare as both together, if they were independent.
  private static func pair(_ first: TermOccurrence, _ second: TermOccurrence) -> TermOccurrence {
    // Odd multipliers of Knuth's generator MMIX and of the golden ratio: another number for the
    // other order.
    let mixed =
      UInt64(first.term) &* 6_364_136_223_846_793_005 &+ UInt64(second.term)
      &* 0x9E37_79B9_7F4A_7C15
    let term = UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 16) & ~1
    let weight = min(heaviest, Int(first.weight) + Int(second.weight))
    return TermOccurrence(term: term, weight: UInt8(weight))
  }
}

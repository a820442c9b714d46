import Testing

@testable import Stories

@Suite("Pairs of syllables")
struct SyllablePairsTests {
  private func features(_ title: String, _ text: String, _ language: String = "vi")
    -> ArticleFeatures
  {
    FeatureReader().features(
      title: title, text: text, language: LanguageCode(tag: language), outlet: 0)
  }

  /// The closeness of two texts without titles.
  private func closeness(_ one: String, _ other: String, _ language: String = "vi") -> Double {
    PairFeatures(features("", one, language), features("", other, language)).values[0]
  }

  @Test("in Vietnamese one order of syllables is another word than the other order")
  func order() {
    let (one, other) = ("đường sắt cao tốc", "tốc cao sắt đường")

    #expect(closeness(one, one) > 0.999)
    #expect(closeness(one, other) < 0.9)
    #expect(closeness(one, other, "de") > 0.999)
  }

  @Test("they are terms of the body and of what candidates share, and of nothing else")
  func bodyAlone() {
    let vietnamese = features("Núi lửa", "phun trào gần đảo", "vi")

    // Six syllables; of their four pairs none joins title and text.
    #expect(vietnamese.keys.count == 6 + 4)
    #expect(vietnamese.signature.count == 6 + 4)
    #expect(vietnamese.leadAndBodyCount == 6 + 4)
    #expect(vietnamese.lengthLogarithm == NaturalLogarithm.ofOnePlus(6))
    #expect(vietnamese.weights.filter { $0.body > 0 }.count == 6 + 4)
    #expect(vietnamese.weights.filter { $0.lead > 0 || $0.opening > 0 || $0.title > 0 }.count == 6)
  }

  @Test("a number makes none")
  func numbers() {
    #expect(features("", "tàu 14 phà").keys.count == 3)
  }

  @Test("one weighs what both do, and at most 6")
  func weight() {
    func weights(_ words: [UInt8]) -> [UInt8] {
      SyllablePairs.pairs(
        words.enumerated().map { TermOccurrence(term: UInt32($0 * 2 + 2), weight: $1) },
        titleCount: 0
      ).map(\.weight)
    }

    #expect(weights([20, 30, 160, 0, 0]) == [50, 120, 120, 0])
  }

  @Test("what is left without a passage has the pairs that are left")
  func keeping() {
    let whole = features("", "núi lửa phun trào gần đảo nhỏ")
    let part = ArticleFeatures(whole, keeping: [true, true, true, false, true, true, true])
    let pairs = part.keys.count - part.sequence.count

    #expect(part.sequence.count == 6)
    // One joins what lay at either side of the gap.
    #expect(pairs == 5)
    #expect(Set(part.keys).subtracting(whole.keys).count == 1)
    #expect(part.lengthLogarithm == NaturalLogarithm.ofOnePlus(6))
  }
}

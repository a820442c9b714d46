import Testing

@testable import Stories

@Suite("What reports weigh in means")
struct GroupWeightTests {
  private static let english = LanguageCode(tag: "en")
  private static let french = LanguageCode(tag: "fr")

  private func weight(
    _ words: Int, prints: Int = 1, language: LanguageCode = Self.english
  ) -> GroupWeight {
    GroupWeight(printCount: prints, wordCount: words, language: language)
  }

  @Test(
    "a whole report weighs one, a shorter one by the root of its share, and three tenths at least")
  func within() {
    #expect(weight(60).total == GroupWeight.unit)
    #expect(weight(1000).total == GroupWeight.unit)
    #expect(weight(15).total == GroupWeight.unit / 2)
    #expect(weight(1).total == GroupWeight.unit * 3 / 10)
  }

  @Test("n prints weigh the root of n")
  func prints() {
    #expect(weight(60, prints: 9).total == 3 * GroupWeight.unit)
  }

  @Test("across languages the square of the share counts")
  func across() {
    #expect(weight(250).across == GroupWeight.unit)
    #expect(weight(125).across == GroupWeight.unit / 4)
    #expect(weight(3).across == 1)
  }

  @Test("pairs of two groups weigh by the language of either, whatever the order of adding")
  func pairs() {
    var mixed = weight(60)
    mixed += weight(250, language: Self.french)
    var turned = weight(250, language: Self.french)
    turned += weight(60)
    let other = weight(15)

    // The English pair within its language, the French one across.
    let expected = weight(60).total * other.total + weight(250).across * other.across
    #expect(mixed.pairs(with: other) == expected)
    #expect(other.pairs(with: turned) == expected)
    #expect(mixed.total == turned.total)
  }
}

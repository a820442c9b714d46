import Stories
import Testing

@testable import newsfold

@Suite("Evidence in words")
struct EvidenceWordsTests {
  @Test("every term has words of its own", arguments: EvidenceName.allCases)
  func terms(name: EvidenceName) {
    let words = EvidenceWords.words(of: name.rawValue, value: nil)

    #expect(words != name.rawValue && words.contains(" "))
  }

  @Test("what was measured stands behind the words where it tells a person something")
  func measures() {
    #expect(EvidenceWords.words(of: "closeness", value: 0.857).hasSuffix("(0.86 of 1)"))
    #expect(EvidenceWords.words(of: "titleCoverage", value: 0.394).hasSuffix("(39 %)"))
    #expect(
      EvidenceWords.words(of: "length", value: 4.48863636973214).hasSuffix("(88 different words)"))
    #expect(EvidenceWords.words(of: "time", value: -1).hasSuffix("(one of them has no date)"))
    #expect(!EvidenceWords.words(of: "base", value: 1).contains("("))
  }

  @Test(
    "numbers are short and have their sign",
    arguments: [(-0.0001, "+0.0"), (-1.25, "-1.25"), (0.5, "+0.5")])
  func signed(value: Double, text: String) {
    #expect(EvidenceWords.signed(value) == text)
  }
}

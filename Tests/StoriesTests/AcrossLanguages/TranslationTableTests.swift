import Testing

@testable import Stories

@Suite("TranslationTable")
struct TranslationTableTests {
  private func english(_ word: String, _ language: String) -> [UInt32] {
    let language = LanguageCode(tag: language)
    let term = TermNormaliser(language).term(word.unicodeScalars.map(\.value), isNumber: false)
    let table = TranslationTables.shared.table(language)
    return table?.pivots(TermHash.hash(term, isNumber: false)).map(\.key) ?? []
  }

  private func term(_ word: String) -> UInt32 {
    let term = TermNormaliser(.english).term(word.unicodeScalars.map(\.value), isNumber: false)
    return TermHash.hash(term, isNumber: false)
  }

  @Test(
    "a word of the news has its English term",
    arguments: [
      ("bg", "земетресение", "earthquake"), ("de", "Erdbeben", "earthquake"),
      ("el", "κυβέρνηση", "government"), ("en", "earthquake", "earthquake"),
      ("es", "terremoto", "earthquake"), ("fi", "maanjäristys", "earthquake"),
      ("fr", "séisme", "earthquake"), ("id", "gempa", "earthquake"),
      ("it", "terremoto", "earthquake"), ("ja", "地震", "earthquake"),
      ("lt", "vyriausybė", "government"),
      ("nb", "jordskjelv", "earthquake"), ("nl", "aardbeving", "earthquake"),
      ("pl", "rząd", "government"), ("pt", "terremoto", "earthquake"),
      ("ru", "землетрясение", "earthquake"), ("sv", "jordbävning", "earthquake"),
      ("tr", "deprem", "earthquake"), ("zh", "地震", "earthquake"),
    ])
  func word(language: String, word: String, meaning: String) {
    #expect(english(word, language).contains(term(meaning)))
  }

  @Test("a term of English stands for itself, a language without a table for nothing")
  func edges() {
    #expect(english("government", "en") == [term("government")])
    #expect(english("động", "vi").isEmpty)
    #expect(english("xqzvv", "de").isEmpty)
  }

  @Test("shares are within one, and at most three terms stand for a word")
  func shares() {
    for language in ["de", "zh", "ru"] {
      let code = LanguageCode(tag: language)
      FrequencyTables.shared.terms(code) { bytes, _ in
        let pivots =
          TranslationTables.shared.table(code)?.pivots(TermHash.hash(bytes, isNumber: false)) ?? []
        #expect(pivots.count <= 3)
        #expect(pivots.reduce(0) { $0 + Int($1.share) } <= 256)
        #expect(Set(pivots.map(\.key)).count == pivots.count)
      }
    }
  }
}

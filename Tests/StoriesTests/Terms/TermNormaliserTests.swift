import Testing

@testable import Stories

@Suite("TermNormaliser")
struct TermNormaliserTests {
  private func term(_ word: String, _ language: String) -> String {
    let normaliser = TermNormaliser(LanguageCode(tag: language))
    let isNumber = word.unicodeScalars.first?.properties.numericType != nil
    return String(
      decoding: normaliser.term(word.unicodeScalars.map(\.value), isNumber: isNumber),
      as: UTF8.self)
  }

  @Test(
    "spellings of one word are one term",
    arguments: [
      ("en", ["Floods", "flood’s", "FLOODING", "flooded"]),
      ("en", ["café", "cafe", "Cafés", "cafe\u{301}"]),
      ("fr", ["l’élection", "l'élection", "élection", "élections"]),
      ("it", ["dell'acqua", "acqua"]),
      ("tr", ["Ankara'da", "Ankara’nın", "ankara"]),
      ("tr", ["İstanbul", "istanbul"]),
      ("tr", ["IŞIK", "ışık"]),
      ("de", ["Brücke", "brücken", "BRÜCKE"]),
      ("ru", ["ёлка", "елка", "Ёлка"]),
      ("el", ["Αθήνα", "αθηνα"]),
      ("ar", ["مُحَمَّد", "محمد"]),
      ("vi", ["Hà", "ha\u{300}".uppercased()]),
      ("ko", ["대통령이", "대통령은", "대통령에게", "대통령"]),
      ("ko", ["서울에서", "서울까지", "서울"]),
    ])
  func one(language: String, words: [String]) {
    #expect(Set(words.map { term($0, language) }).count == 1, "\(words.map { term($0, language) })")
  }

  @Test(
    "other words stay other terms",
    arguments: [
      ("vi", ["ma", "má", "mà", "mã", "mạ"]),
      ("tr", ["kar", "kır"]),
      ("ru", ["мир", "море"]),
      // A noun of one syllable keeps what looks like a particle.
      ("ko", ["나는", "나"]),
      ("en", ["s", "it's"]),
    ])
  func other(language: String, words: [String]) {
    let terms = words.map { term($0, language) }

    #expect(Set(terms).count == terms.count, "\(terms)")
  }

  @Test(
    "a number is one whatever writes it",
    arguments: [
      ("1234.5", [("en", "1,234.5"), ("de", "1.234,5"), ("en", "1234.5"), ("fr", "1234,5")]),
      ("1234567", [("en", "1,234,567"), ("de", "1.234.567"), ("es", "1234567")]),
      ("1234567.89", [("en", "1,234,567.89"), ("de", "1.234.567,89"), ("zh", "1,234,567.89")]),
      ("3.14", [("en", "3.14"), ("de", "3,14"), ("zh", "3.14")]),
      ("2024", [("en", "2024"), ("ar", "٢٠٢٤"), ("hi", "२०२४")]),
    ])
  func numbers(number: String, spellings: [(String, String)]) {
    for (language, spelling) in spellings {
      #expect(term(spelling, language) == number, "\(spelling) in \(language)")
    }
  }

  @Test("a date in figures is no grouped number")
  func date() {
    #expect(term("1.5.2024", "de") == "1.5.2024")
    #expect(term("10.12.24", "de") == "10.12.24")
    #expect(term("10.30,11.45", "de") == "10.30.11.45")
    #expect(term("1.5.2024,10", "de") == "1.5.2024.10")
  }
}

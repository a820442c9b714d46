import Testing

@testable import SyncDaemon

@Suite("Phrase")
struct PhraseTests {
  @Test(
    "words match whole words in every script, whatever their case",
    arguments: [
      ("art", "The party starts at nine.", false), ("art", "Modern ART, sold", true),
      ("storm flood", "A flood after the storm", true), ("storm flood", "A stormy flood", false),
      ("straße", "DIE STRASSE BLEIBT GESPERRT", true), ("STRASSE", "die Straße", true),
      ("ΟΔΟΣ", "στην οδος", true), ("οδός", "Η ΟΔΌΣ", true), ("οδός", "περίοδός", false),
      ("війна", "ВІЙНА триває", true), ("вій", "війна", false),
      ("Zürich", "ZU\u{308}RICH heute", true), ("zurich", "Zürich", false),
      ("İstanbul", "istanbul’da i\u{307}stanbul", true),
      ("o'brien", "Mrs O’Brien said", true), ("u.s.", "the U.S. army", true),
      ("2026", "im Jahr 2026.", true), ("2026", "um 20260 Uhr", false),
      ("سيل", "ضرب سيل المدينة", true), ("سيل", "سيلان المياه", false),
      ("बाढ़", "गाँव में बाढ़ आई", true), ("बा", "बाढ़", false),
    ])
  func words(phrase: String, text: String, stands: Bool) {
    #expect(Phrase(phrase).stands(in: FoldedText(text)) == stands)
  }

  @Test(
    "where no spaces divide words, characters match wherever they stand",
    arguments: [
      ("足球", "昨晚的足球决赛以点球结束", true), ("足球", "足下有球", false),
      ("5G手机", "新款5g手机今日上市", true), ("iPhone", "新款iPhone手机上市", true),
      ("サッカー", "昨夜のサッカー決勝", true), ("น้ำท่วม", "เกิดน้ำท่วมใหญ่ในเมือง", true),
      ("足球 决赛", "昨晚的足球决赛", true), ("足球 篮球", "昨晚的足球决赛", false),
      ("부산", "부산은 오늘 비가 왔다", true), ("산", "부산은 오늘", false),
    ])
  func unspaced(phrase: String, text: String, stands: Bool) {
    #expect(Phrase(phrase).stands(in: FoldedText(text)) == stands)
  }

  @Test("a phrase without a word stands in no text", arguments: ["", " ", "…", "+++", "🎉"])
  func empty(phrase: String) {
    #expect(Phrase(phrase).isEmpty)
    #expect(!Phrase(phrase).stands(in: FoldedText("… +++ 🎉 anything")))
  }
}

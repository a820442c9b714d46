import Testing

@testable import Stories

@Suite("NameSound")
struct NameSoundTests {
  private func sound(_ word: String) -> String {
    String(decoding: NameSound().sound(word.unicodeScalars.map(\.value)), as: UTF8.self)
  }

  @Test("of a word of any length no more is read than a name has")
  func long() {
    // The letters behind the sixty-fourth are never looked at, not even by ICU.
    let word = String(repeating: "é", count: 64)
    #expect(sound(word + String(repeating: "б", count: 300_000)) == sound(word))
  }

  @Test(
    "spellings of one name sound the same in any script",
    arguments: [
      ["Netanyahu", "Netanjahu"], ["Zelenskyy", "Zelensky", "Zelenskij"], ["Kiev", "Kiew", "Киев"],
      ["Kyiv", "Київ"], ["Putin", "Путин", "Πούτιν"], ["Chernobyl", "Tschernobyl", "Чернобыль"],
      ["Shevchenko", "Schevchenko", "Шевченко"], ["Lukashenko", "Lukaschenko", "Лукашенко"],
    ])
  func spellings(names: [String]) {
    let sounds = names.map(sound)
    #expect(Set(sounds).count == 1, "\(sounds)")
  }

  @Test("different names sound different")
  func different() {
    #expect(sound("Merkel") != sound("Macron"))
    #expect(sound("Kyiv") != sound("Kazan"))
  }

  @Test("a word without letters has no sound")
  func empty() {
    #expect(sound("—") == "")
    #expect(sound("") == "")
  }
}

import Testing

@testable import Stories

@Suite("WordScanner")
struct WordScannerTests {
  /// The words of a text in order; a number stands in brackets.
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    WordScanner().scan(text) { bytes, isNumber in
      let word = String(decoding: bytes, as: UTF8.self)
      words.append(isNumber ? "[\(word)]" : word)
    }
    return words
  }

  @Test(
    "words and numbers",
    arguments: [
      ("", []),
      (" \n\t…—", []),
      ("Rain, rain: rain!", ["Rain", "rain", "rain"]),
      ("well-known e-mail", ["well", "known", "e", "mail"]),
      ("a_b", ["a", "b"]),
      ("naïve Ökosystem", ["naïve", "Ökosystem"]),
      ("nai\u{308}ve", ["nai\u{308}ve"]),
      ("Київ Αθήνα القاهرة", ["Київ", "Αθήνα", "القاهرة"]),
      ("🚢 ship 🇫🇮", ["ship"]),
      ("x\u{0}y", ["x", "y"]),
    ])
  func plain(text: String, found: [String]) {
    #expect(words(text) == found)
  }

  @Test(
    "a number keeps its inner points and commas, and ends before those that follow it",
    arguments: [
      ("1,234.5 and 7.", ["[1,234.5]", "and", "[7]"]),
      ("1..2", ["[1]", "[2]"]),
      ("3,", ["[3]"]),
      (".5", ["[5]"]),
      ("24/7", ["[24]", "[7]"]),
      ("٣٫٤ ५", ["[٣]", "[٤]", "[५]"]),
      ("G7", ["G", "[7]"]),
      ("21st", ["[21]", "st"]),
    ])
  func numbers(text: String, found: [String]) {
    #expect(words(text) == found)
  }

  @Test(
    "a word keeps one inner apostrophe, plain or typographic",
    arguments: [
      ("don't", ["don't"]),
      ("l’eau", ["l’eau"]),
      ("'tis the dogs' day", ["tis", "the", "dogs", "day"]),
      ("o'clock's", ["o'clock", "s"]),
      ("rock''n", ["rock", "n"]),
      ("it’", ["it"]),
      ("it'7", ["it", "[7]"]),
    ])
  func apostrophes(text: String, found: [String]) {
    #expect(words(text) == found)
  }

  @Test(
    "a run without spaces is cut into words that make it up again",
    arguments: [
      ("地震が東京を襲った", "東京"),
      ("北京今天下雨", "北京"),
      ("รถไฟชนกันที่กรุงเทพ", "รถไฟ"),
      ("ລົດໄຟຢູ່ວຽງຈັນ", "ລົດໄຟ"),
    ])
  func unspaced(text: String, word: String) {
    let found = words(text)

    #expect(found.joined() == text)
    #expect(found.contains(word), "\(found)")
  }

  @Test("scripts meet without a space between them")
  func mixed() {
    #expect(words("iPhone手机5台").prefix(1) == ["iPhone"])
    #expect(words("iPhone手机5台").contains("[5]"))
    #expect(words("iPhone手机5台").joined() == "iPhone手机[5]台")
  }

  @Test("a scanner is used again, whatever it read before")
  func again() {
    let scanner = WordScanner()
    var counts: [Int] = []
    for text in ["北京今天下雨", "rain", "", "北京今天下雨"] {
      var count = 0
      scanner.scan(text) { _, _ in count += 1 }
      counts.append(count)
    }

    #expect(counts[1...2] == [1, 0])
    #expect(counts[0] == counts[3] && counts[0] > 1)
  }
}

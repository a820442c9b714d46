import Testing

@testable import NewsModel

@Suite("SentenceSplitter")
struct SentenceSplitterTests {
  @Test("cuts where sentences end, in many scripts, and nowhere else", arguments: cases)
  func split(text: String, language: String?, expected: [String]) {
    let bytes = Array(text.utf8)

    let ranges = SentenceSplitter.split(
      bytes, words: SentenceWordScanner.scan(bytes), language: language)

    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  static let cases: [(String, String?, [String])] = [
    ("", nil, []),
    ("   ", nil, []),
    ("One. Two! Three? Four… Five", "en", ["One.", "Two!", "Three?", "Four…", "Five"]),
    ("Dr. Meyer and J. K. Holm met Mrs. Lund.", "en", ["Dr. Meyer and J. K. Holm met Mrs. Lund."]),
    (
      "It rose 3.5 percent to 1,204.50 crowns. Then it fell.", "en",
      ["It rose 3.5 percent to 1,204.50 crowns.", "Then it fell."]
    ),
    (
      "The U.S. Senate met at 6 p.m. Monday. It voted.", "en",
      ["The U.S. Senate met at 6 p.m. Monday.", "It voted."]
    ),
    (
      "He said: “It is over. We go home.” Then he left.", "en",
      ["He said: “It is over. We go home.”", "Then he left."]
    ),
    ("“Why?” he asked. Nobody knew.", "en", ["“Why?” he asked.", "Nobody knew."]),
    ("\"Stop!\" She ran. \"No.\"", "en", ["\"Stop!\"", "She ran.", "\"No.\""]),
    (
      "Er kam am 3. Oktober nach Bonn. Dort blieb er.", "de",
      ["Er kam am 3. Oktober nach Bonn.", "Dort blieb er."]
    ),
    (
      "Il a dit : « C'est fini. On rentre. » Puis il est parti.", "fr",
      ["Il a dit : « C'est fini. On rentre. »", "Puis il est parti."]
    ),
    (
      "Das Schiff sank. „Niemand half. Keiner kam.“ So endete es.", "de",
      ["Das Schiff sank.", "„Niemand half. Keiner kam.“", "So endete es."]
    ),
    ("船が沈んだ。14人が死亡した！原因は不明。", "ja", ["船が沈んだ。", "14人が死亡した！", "原因は不明。"]),
    ("他说：「结束了。回家吧。」然后他走了。", "zh", ["他说：「结束了。回家吧。」", "然后他走了。"]),
    ("नाव डूब गई। चौदह लोग मरे।", "hi", ["नाव डूब गई।", "चौदह लोग मरे।"]),
    ("غرقت العبارة. هل نجا أحد؟ لا أحد.", "ar", ["غرقت العبارة.", "هل نجا أحد؟", "لا أحد."]),
    ("جہاز ڈوب گیا۔ چودہ ہلاک۔", "ur", ["جہاز ڈوب گیا۔", "چودہ ہلاک۔"]),
    (
      "Паром затонул. Погибли 14 человек, сообщил А. С. Орлов.", "ru",
      ["Паром затонул.", "Погибли 14 человек, сообщил А. С. Орлов."]
    ),
    ("Phà chìm. 14 người chết.", "vi", ["Phà chìm.", "14 người chết."]),
    ("See example.org for more. Bye.", "en", ["See example.org for more.", "Bye."]),
    ("Wait... what? No... Yes.", "en", ["Wait... what?", "No...", "Yes."]),
    ("An unclosed “quote runs on. And on.", "en", ["An unclosed “quote runs on.", "And on."]),
    ("It ended (so they say.) Then rain.", "en", ["It ended (so they say.)", "Then rain."]),
  ]
}

import Testing

@testable import NewsModel

@Suite("SentenceWordScanner")
struct SentenceWordScannerTests {
  @Test("finds words, numbers and pairs of characters", arguments: cases)
  func scan(text: String, expected: [String]) {
    let bytes = Array(text.utf8)

    let words = SentenceWordScanner.scan(bytes)

    #expect(words.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == expected)
  }

  static let cases: [(String, [String])] = [
    ("", []),
    ("Don’t stop, o'clock!", ["Don’t", "stop", "o'clock"]),
    ("1,234.5 and 6.30am, 23:00", ["1,234.5", "and", "6.30am", "23:00"]),
    ("nuclear-capable", ["nuclear", "capable"]),
    ("東京で", ["東京", "京で"]),
    ("日", ["日"]),
    ("14人が", ["14", "人が"]),
    ("Über Ñandú Ελλάδα", ["Über", "Ñandú", "Ελλάδα"]),
    ("१४ लोग", ["१४", "लोग"]),
  ]

  @Test(
    "words that differ in case, possession or inflection meet in their stems",
    arguments: [
      ("Missile", "missiles"), ("bombs", "BOMB"), ("Kyiv’s", "Kyiv"), ("explosion", "explosions"),
      ("ПАРОМ", "паромы"), ("ÉTÉ", "été"), ("Ệ", "ệ"), ("1,234", "1234"), ("１４", "14"),
    ])
  func stems(first: String, second: String) {
    let (one, two) = (
      SentenceWordScanner.scan(Array(first.utf8)), SentenceWordScanner.scan(Array(second.utf8))
    )

    #expect(one.map(\.stem) == two.map(\.stem))
  }

  @Test(
    "words that differ stay apart", arguments: [("class", "clas"), ("3.5", "35"), ("12", "13")])
  func apart(first: String, second: String) {
    let (one, two) = (
      SentenceWordScanner.scan(Array(first.utf8)), SentenceWordScanner.scan(Array(second.utf8))
    )

    #expect(one.map(\.stem) != two.map(\.stem))
  }
}

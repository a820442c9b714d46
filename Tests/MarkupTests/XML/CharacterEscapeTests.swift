import Markup
import Testing

@Suite("CharacterEscape")
struct CharacterEscapeTests {
  @Test(
    "escapes for each place what that place needs",
    arguments: [
      (CharacterEscape.Place.text, "a<b> & \"c\" ]]>", "a&lt;b&gt; &amp; \"c\" ]]&gt;"),
      (.attribute, "a<b> & \"c\"\t\n", "a&lt;b&gt; &amp; &quot;c&quot;&#9;&#10;"),
      (.profile, "R&D <b>", "R&#x26;D &#x3C;b&gt;"),
      (.json, "\"a\" \\ <b>\n\t", "\\\"a\\\" \\\\ <b>\\n\\t"),
      (.script, "</script>", "\\u003C/script>"),
    ])
  func places(place: CharacterEscape.Place, text: String, expected: String) {
    #expect(CharacterEscape.escaped(text, as: place) == expected)
  }

  @Test(
    "leaves out what no document may hold",
    arguments: [
      "\u{0}", "\u{7}", "\u{B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}",
      nonCharacter([0xEF, 0xB7, 0x90]), nonCharacter([0xEF, 0xB7, 0xAF]),
      nonCharacter([0xEF, 0xBF, 0xBE]), nonCharacter([0xEF, 0xBF, 0xBF]),
      nonCharacter([0xF0, 0x9F, 0xBF, 0xBE]), nonCharacter([0xF4, 0x8F, 0xBF, 0xBF]),
    ])
  func forbidden(character: String) {
    for place in [CharacterEscape.Place.text, .attribute, .profile, .json, .script] {
      #expect(CharacterEscape.escaped("a\(character)b", as: place) == "ab")
    }
  }

  @Test(
    "keeps the neighbours of what it leaves out",
    arguments: ["\u{A0}", "\u{FDCF}", "\u{FDF0}", "\u{FEFF}", "\u{FFFC}", "\u{1F3FF}", "é", "🏴"])
  func neighbours(character: String) {
    #expect(CharacterEscape.escaped("a\(character)b") == "a\(character)b")
  }

  @Test("makes every line end a line feed")
  func lineEnds() {
    #expect(CharacterEscape.escaped("a\r\nb\rc\n") == "a\nb\nc\n")
    #expect(CharacterEscape.escaped("a\r\nb\rc", as: .json) == "a\\nb\\nc")
  }

  private static func nonCharacter(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

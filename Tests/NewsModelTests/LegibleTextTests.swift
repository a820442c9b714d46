import NewsModel
import Testing

@Suite("LegibleText")
struct LegibleTextTests {
  @Test(
    "a letter, a digit or a symbol says something",
    arguments: ["a", "  É ", "7", "日", "ก", "한", "🙂", "€", "½", "ª", "…x", "\u{FFFD}x", "٣", "א"])
  func legible(text: String) {
    #expect(LegibleText.isLegible(text))
  }

  @Test(
    "nothing else does",
    arguments: [
      "", " ", "\u{A0}\u{3000}", "\n", "\u{FFFD}\u{FFFD}", "\u{301}", "\u{200B}\u{200D}\u{FEFF}",
      "\u{2800}", "\u{3164}",
      "\u{115F}", "\u{E000}", "\u{F8FF}", "\u{10FFFD}", character(0x1FFFE), character(0xFDD0),
      "\u{0}", "\u{E0020}", "—", "…", "| |", "???",
      "\u{FFFC}", "\u{85}",
    ])
  func illegible(text: String) {
    #expect(!LegibleText.isLegible(text))
  }

  @Test("every scalar may stand or not, and the sets are those of Unicode")
  func all() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      let isForbidden =
        scalar.properties.isNoncharacterCodePoint || category == .privateUse
        || (category == .control && ![0x09, 0x0A, 0x0D].contains(value))
        || value == 0xFFFD
      if value < 0xF0000 || value & 0xFFFE == 0xFFFE || category == .privateUse {
        #expect(LegibleText.mayStand(scalar) == !isForbidden, "U+\(String(value, radix: 16))")
      }
    }
  }
}

/// The character of a code point that no literal may hold.
private func character(_ value: UInt32) -> String {
  Unicode.Scalar(value).map { String($0) } ?? ""
}

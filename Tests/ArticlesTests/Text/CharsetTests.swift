import FoundationEssentials
import Testing

@testable import Articles

@Suite("Charset")
struct CharsetTests {
  private func text(_ bytes: [UInt8], declared: String? = nil) throws -> String {
    try Charset.text(
      of: ArticleFile(
        path: "a.txt", bytes: bytes, modified: Date(timeIntervalSince1970: 1_795_251_900)),
      declared: declared)
  }

  private func wide(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  @Test("a byte order mark decides, whatever is declared, and is no part of the text")
  func marks() throws {
    let words = "Fähre läuft aus"
    #expect(try text([0xEF, 0xBB, 0xBF] + Array(words.utf8), declared: "latin1") == words)
    #expect(try text([0xFF, 0xFE] + wide(words, isLittle: true)) == words)
    #expect(try text([0xFE, 0xFF] + wide(words, isLittle: false)) == words)
  }

  @Test("UTF-16 without a mark is known by its zeros")
  func unmarked() throws {
    let words = "The ferry sails at nine o'clock."
    #expect(try text(wide(words, isLittle: true)) == words)
    #expect(try text(wide(words, isLittle: false)) == words)
  }

  @Test("valid UTF-8 is UTF-8, whatever is declared")
  func valid() throws {
    #expect(try text(Array("Fähre — 漁船".utf8), declared: "iso-8859-1") == "Fähre — 漁船")
    #expect(try text([]) == "")
  }

  @Test("declared charsets have the meaning that browsers give them")
  func declared() throws {
    // 0x93 and 0x94 are quotes in windows-1252, and controls in ISO 8859-1.
    #expect(
      try text([0x93, 0x46, 0xE4, 0x94], declared: "iso-8859-1") == "“Fä”")
    #expect(try text([0xCF, 0xE0, 0xF0, 0xEE, 0xEC], declared: "windows-1251") == "Паром")
    #expect(try text([0x83, 0x74, 0x83, 0x46], declared: "shift_jis") == "フェ")
    #expect(try text(Array("\u{1B}$B%U%'\u{1B}(B".utf8), declared: "iso-2022-jp") == "フェ")
  }

  @Test("a text without a declared charset is guessed, and one that nothing fits is windows-1252")
  func guessed() throws {
    let words = "Die Fähre nach Süden läuft täglich um fünf Uhr aus, größere Schiffe später. "
    let latin = String(repeating: words, count: 6).unicodeScalars.map { UInt8($0.value) }
    #expect(try text(latin).hasPrefix(words))
  }

  @Test("a page's own word is found where pages put it")
  func declaredInPage() {
    let found = [
      "<meta charset=\"KOI8-R\">": "koi8-r",
      "<meta http-equiv=Content-Type content='text/html; charset = big5'>": "big5",
      "<?xml version=\"1.0\" encoding='ISO-8859-2'?>": "iso-8859-2",
    ]
    for (page, name) in found { #expect(DeclaredCharset.read(Array(page.utf8)) == name) }
    #expect(DeclaredCharset.read(Array("<p>the charset of a page".utf8)) == nil)
    #expect(DeclaredCharset.read([]) == nil)
  }

  @Test(
    "what is no text is named",
    arguments: [
      ("a PDF document", Array("%PDF-1.7 x".utf8)), ("a PNG image", [0x89, 0x50, 0x4E, 0x47, 1]),
      ("binary data", [UInt8](1...8) + [UInt8](0x80...0xFF)),
      ("binary data (NUL bytes)", [0x41, 0, 0, 0, 0x42, 0, 0x43]),
    ] as [(String, [UInt8])])
  func noText(kind: String, bytes: [UInt8]) {
    let error = #expect(throws: ArticleError.self) { try text(bytes) }

    #expect(error?.problem == .notText(kind))
  }
}

import Foundation
import SeededRandom
import Testing

@testable import SyncDaemon

@Suite("FilePath")
struct FilePathTests {
  @Test("names that are canonically equivalent are two")
  func normalisation() {
    let composed: FilePath = "caf\u{e9}.md"
    let decomposed: FilePath = "cafe\u{301}.md"

    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(composed.bytes != decomposed.bytes)
  }

  @Test(
    "bytes are written as text that leads back to them",
    arguments: [
      (Array("plain/name.md".utf8), "plain/name.md"),
      (Array("caf\u{e9}".utf8), "caf\u{e9}"),
      ([0x63, 0xE9, 0x2E], "c\\xE9."),
      ([0xF0, 0x9F], "\\xF0\\x9F"),
      // A surrogate, an overlong slash, and a code point beyond Unicode.
      ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
      ([0xC0, 0xAF], "\\xC0\\xAF"),
      ([0xF4, 0x90, 0x80, 0x80], "\\xF4\\x90\\x80\\x80"),
      (Array(#"back\slash"#.utf8), #"back\slash"#),
      (Array(#"\xE9"#.utf8), #"\x5CxE9"#),
      (Array(#"\x5CxE9"#.utf8), #"\x5Cx5CxE9"#),
      (Array(#"\xe9"#.utf8), #"\xe9"#),
      ([], ""),
    ])
  func escapes(bytes: [UInt8], text: String) {
    let path = FilePath(bytes: bytes)

    #expect(path.text == text)
    #expect(path.bytes == bytes)
    #expect(FilePath(path.text).bytes == bytes)
    let passed = path.withCString {
      String(cString: $0).utf8.count >= 0 ? Data(bytes: $0, count: strlen($0)) : Data()
    }
    #expect(Array(passed) == bytes)
  }

  @Test("any bytes come back, and no two give one text", arguments: 1...20 as ClosedRange<UInt64>)
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var texts: [String: [UInt8]] = [:]
    // Bytes that meet in escapes, in UTF-8 and in names.
    let ugly: [UInt8] = [0x5C, 0x78, 0x35, 0x43, 0x46, 0x65, 0xCC, 0x81, 0xC3, 0xA9, 0xFF, 0x2F]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ugly.randomElement(using: &random) ?? 0
      }
      let path = FilePath(bytes: bytes)
      #expect(path.bytes == bytes, "seed \(seed)")
      if let other = texts[path.text], FilePath(bytes: other) == path {
        #expect(other == bytes, "seed \(seed)")
      }
      texts[path.text] = bytes
    }
  }

  @Test("what is below a directory, and what is beside it")
  func below() {
    #expect(FilePath("a/b/c.md").relative(to: "a/b") == "c.md")
    #expect(FilePath("a/bc.md").relative(to: "a/b") == nil)
    #expect(FilePath("a/b").relative(to: "a/b") == nil)
    #expect(FilePath("a/b").isWithin("a/b"))
    #expect(!FilePath("a/bc").isWithin("a/b"))
    #expect(!FilePath("cafe\u{301}/x").isWithin("caf\u{e9}"))
    #expect(FilePath("/a/b.md").parent == "/a")
  }

  @Test("state keeps it as a text")
  func coding() throws {
    let paths: [FilePath] = [FilePath(bytes: [0x61, 0xFF]), "cafe\u{301}", "caf\u{e9}"]

    let data = try JSONEncoder().encode(paths)

    #expect(try JSONDecoder().decode([FilePath].self, from: data) == paths)
    #expect(try JSONDecoder().decode([String].self, from: data) == paths.map(\.text))
  }
}

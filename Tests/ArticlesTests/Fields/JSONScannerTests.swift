import Testing

@testable import Articles

@Suite("JSONScanner")
struct JSONScannerTests {
  private func read(_ text: String) throws(JSONError) -> FieldValue {
    try JSONScanner.read(Array(text.utf8))
  }

  @Test("every kind of value, with keys in their order and numbers as they are written")
  func values() throws {
    #expect(
      try read(" {\"b\": [1, -2.50e3, true, false, null], \"a\": {}, \"c\": \"x\"} ")
        == .object([
          .init(
            key: "b",
            value: .array([.number("1"), .number("-2.50e3"), .bool(true), .bool(false), .null])),
          .init(key: "a", value: .object([])), .init(key: "c", value: .string("x")),
        ]))
    #expect(try read("[]") == .array([]))
  }

  @Test("escapes, pairs of surrogates, and one that is alone")
  func strings() throws {
    #expect(try read(#""\"\\\/\b\f\n\r\t\u00e4""#) == .string("\"\\/\u{8}\u{c}\n\r\tä"))
    #expect(try read(#""\ud83d\ude00""#) == .string("😀"))
    #expect(try read(#""a\ud83d b""#) == .string("a\u{FFFD} b"))
    #expect(try read("\"漁船\"") == .string("漁船"))
  }

  @Test("the mistakes of pages and exports that are borne")
  func borne() throws {
    #expect(try read("\u{FEFF}[1,]") == .array([.number("1")]))
    #expect(try read("{\"a\":\"x\ny\",}") == .object([.init(key: "a", value: .string("x\ny"))]))
  }

  @Test(
    "what is no JSON is refused where it ends",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6), ("\"abc", 1, 5),
      ("{\"a\":\n tru}", 2, 2), ("[1]\n[2]", 2, 1), ("{a: 1}", 1, 2), ("-", 1, 2),
    ])
  func refused(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try read(text) }

    #expect(error?.line == line && error?.column == column, "\(error?.reason ?? "")")
  }

  @Test("nesting is bounded, and a long text costs no stack")
  func deep() throws {
    let most = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(throws: Never.self) { try read(most) }
    let error = #expect(throws: JSONError.self) {
      try read(String(repeating: "[", count: 100_000))
    }
    #expect(error?.reason == "values are nested more than 128 deep")
  }

  @Test("a part of the bytes is read alone")
  func range() throws {
    let bytes = Array("xx {\"a\":1} yy".utf8)
    #expect(
      try JSONScanner.read(bytes, in: 3..<10) == .object([.init(key: "a", value: .number("1"))]))
  }
}

import Markup
import Testing

@Suite("HTMLDocument")
struct HTMLDocumentTests {
  @Test("lists nodes in document order, each with its extent and parent")
  func order() throws {
    let document = try HTMLDocument("<html><body><p>a<b>c</b></p>d</body></html>")

    let names = document.nodes.map { $0.isText ? $0.text : $0.name }
    #expect(names == ["html", "body", "p", "a", "b", "c", "d"])
    #expect(document.nodes.map(\.end) == [7, 7, 6, 4, 6, 6, 7])
    #expect(document.nodes.map(\.parent) == [-1, 0, 1, 2, 2, 4, 1])
  }

  @Test("refuses what libxml2 would take for ever or a stack for")
  func refusals() {
    let deep = String(repeating: "<b>", count: 100_000)
    let wide = "\n<p " + (0..<600).map { "a\($0)=1 " }.joined() + ">"
    let large = String(repeating: "x", count: HTMLDocument.byteLimit + 1)

    #expect(throws: HTMLError.tooDeep) { try HTMLDocument(deep) }
    #expect(throws: HTMLError.tooManyAttributes(line: 2, limit: 512)) { try HTMLDocument(wide) }
    #expect(throws: HTMLError.tooLarge(byteLimit: HTMLDocument.byteLimit)) {
      try HTMLDocument(large)
    }
  }

  @Test("attributes of scripts and comments are not counted")
  func scripts() throws {
    let script = "<script>if (a<b) {" + String(repeating: " x y", count: 1_000) + "}</script>"
    let comment = "<!-- <p" + String(repeating: " x y", count: 1_000) + "-->"

    let document = try HTMLDocument(
      script + comment + "<p title='" + String(repeating: "a b ", count: 1_000) + "'>x")

    #expect(document.nodes.last?.text == "x")
  }

  @Test("ignores a charset that the markup declares: the text is decoded already")
  func charset() throws {
    let document = try HTMLDocument("<meta charset=iso-8859-1><p>Zoë’s café</p>")

    #expect(document.nodes.last?.text == "Zoë’s café")
  }

  @Test("text after a NUL is not lost")
  func nul() throws {
    #expect(try HTMLDocument("<p>a\u{0}b</p>").nodes.last?.text == "ab")
  }
}

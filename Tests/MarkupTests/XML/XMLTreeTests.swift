import Markup
import Testing

@Suite("XMLTree")
struct XMLTreeTests {
  @Test("reads elements, namespaces, attributes and texts in document order")
  func reads() throws {
    let tree = try XMLTree(
      Array("<a xmlns='urn:1' xmlns:p='urn:2' x='&lt;1'><p:b>t<![CDATA[<c>]]></p:b><d/></a>".utf8))

    #expect(tree.nodes.map(\.name) == ["a", "b", "d"])
    #expect(tree.nodes.map(\.namespace) == ["urn:1", "urn:2", "urn:1"])
    #expect(tree.nodes.map(\.parent) == [-1, 0, 0])
    #expect(tree.nodes[0]["x"] == "<1")
    #expect(tree.nodes[1].text == "t<c>")
    #expect(tree.children(of: 0) == [1, 2])
  }

  @Test(
    "refuses what is not well-formed, and any document type declaration",
    arguments: [
      "", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a>&nbsp;</a>", "<a>\u{1}</a>",
      "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<p:a/>",
    ])
  func refuses(text: String) {
    #expect(throws: XMLError.self) { try XMLTree(Array(text.utf8)) }
  }

  @Test("says where the fault is")
  func place() {
    #expect {
      try XMLTree(Array("<a>\n<b></c>\n</a>".utf8))
    } throws: { error in
      guard case XMLError.notWellFormed(let line, _, let reason)? = error as? XMLError else {
        return false
      }
      return line == 2 && reason.contains("mismatch")
    }
  }

  @Test("ten thousand siblings are read without recursion")
  func many() throws {
    let text = "<a>" + String(repeating: "<b>t</b>", count: 10_000) + "</a>"

    #expect(try XMLTree(Array(text.utf8)).nodes.count == 10_001)
  }
}

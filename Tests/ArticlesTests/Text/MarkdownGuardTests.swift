import Testing

@testable import Articles

@Suite("MarkdownGuard")
struct MarkdownGuardTests {
  @Test(
    "changes nothing that a person writes",
    arguments: [
      "", "a", "# Quay\n\nIt *closed*.\n", "- a\n  - b\n    - c\n\n\n> > 1. x\n",
      "![a](b) ![c](d)\n", "* * * * *\n",
      "1234567890. a\n", "-a\n*b*\n+c\n", "```\n- - -\n```\n", "a\r\n\r\nb",
    ])
  func unchanged(text: String) {
    #expect(harmless(text) == text)
  }

  @Test("a rule of any length is a rule")
  func rule() {
    let rule = String(repeating: "* ", count: 500) + "\n"

    #expect(harmless(rule) == rule)
  }

  @Test("the 65th mark of a line is text")
  func nesting() {
    let nested = String(repeating: "- ", count: 70) + "a\n"

    #expect(
      harmless(nested) == String(repeating: "- ", count: 64) + "\\"
        + String(repeating: "- ", count: 6) + "a\n")
  }

  @Test("an image after a thousand in a block is text, and one in the next block an image")
  func images() {
    let block = String(repeating: "![", count: 1_002) + "\n"

    #expect(
      harmless(block + "\n![a](b)") == String(repeating: "![", count: 1_000) + "\\![\\![\n\n![a](b)"
    )
  }

  @Test("twenty blank lines say as much as a thousand")
  func blanks() {
    #expect(
      harmless("a\n" + String(repeating: "\n", count: 1_000) + "b") == "a\n"
        + String(repeating: "\n", count: 20) + "b")
  }

  private func harmless(_ text: String) -> String {
    String(decoding: MarkdownGuard.harmless(Array(text.utf8)), as: UTF8.self)
  }
}

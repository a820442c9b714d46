import Testing
import Yams

@testable import SyncDaemon

@Suite("FlowText")
struct FlowTextTests {
  @Test(
    "a text is read back as it was, on one line, inside a list and as a key",
    arguments: [
      "plain", "a b", "a/b.md", "wire.jsonl:2", "https://a.example/x?y=1&z=2", "a: b", "a #b", "#x",
      "[x]", "a, b", "{x", "'quoted'", "it's", "\"q\"", "back\\slash", "two\nlines", "tab\there",
      "", " space ", "true", "null", "~", "-", "- x", "? x", "*x", "&x", "!x", "%x", "@x", "`x`",
      "Łódź", "東京", "a:", "\u{1}", "\u{A0}x", "1.5", "2026-11-20",
    ])
  func roundTrip(text: String) throws {
    let list = FlowText.list([text, "x"])

    #expect(!list.contains("\n"))
    #expect(try Yams.compose(yaml: list)?.sequence?.map { $0.scalar?.string } == [text, "x"])
    let mapping = try Yams.compose(yaml: "\(FlowText.scalar(text)): \(FlowText.scalar(text))")?
      .mapping
    #expect(mapping?.first?.key.scalar?.string == text)
    #expect(mapping?.first?.value.scalar?.string == text)
  }
}

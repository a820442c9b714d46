import Markup
import Testing

/// Findings of the fuzzer (`make fuzz`), each as short as it gets.
@Suite("HTMLSanitizer, found by fuzzing")
struct FuzzFindingTests {
  @Test(
    "is the same when done twice",
    arguments: [
      // A character that is left out between two spaces.
      "quay \u{FFFD} shut", "quay \u{E000}\n", "\u{FFFD} quay", "<b>quay</b> \u{FFFD} <i>shut</i>",
      "<p>quay</p> \u{FFFD} <p>shut</p>", "<pre>\u{FFFD}\n</pre>quay",
    ])
  func twice(html: String) {
    let once = HTMLSanitizer.sanitize(html, base: nil)

    #expect(HTMLSanitizer.sanitize(once, base: nil) == once)
    #expect(!once.contains("  "))
  }
}

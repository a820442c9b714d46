import Markup
import NewsModel
import SeededRandom
import Testing

@Suite("HTMLSanitizer on random markup")
struct SanitizerFuzzTests {
  private static let pieces = [
    "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<div>", "</div>", "<ul>", "<ol>", "</ul>", "<li>",
    "</li>", "<table>", "</table>", "<tr>", "<td>", "<th>", "</td>", "<caption>", "<tbody>",
    "<a href=/x>",
    "<a href='https://example.org/?a&b'>", "</a>", "<img src=/a.png>", "<br>", "<hr>", "<pre>",
    "</pre>",
    "<blockquote>", "</blockquote>", "<h1>", "</h1>", "<figure>", "<figcaption>", "</figure>",
    "<dl>",
    "<dt>", "<dd>", "</dl>", "<span lang=de>", "</span>", "<ruby>", "<rt>", "</ruby>", "<script>",
    "</script>", "<style>", "</style>", "<!--", "-->", "<svg>", "</svg>", "<section>", "</section>",
    "<form>", "</form>", "<select>", "<option>", "word", " ", "\n", "two words", "&amp;", "&lt;",
    "<",
    ">", "\"", "'", "é", "\u{1F600}", "<em>", "</em>", "<q>", "<noscript>", "<center>",
    "<font color=red>",
    "<details>", "<summary>", "<main>", "\u{A0}", "<template>", "<iframe>", "<math>", "</tr>", "<p",
    "=",
  ]

  @Test("is safe, and the same when done twice", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func random(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for round in 0..<300 {
      let count = 1 + Int(numbers.next() % 40)
      let html = (0..<count).map { _ in Self.pieces[Int(numbers.next() % UInt64(Self.pieces.count))]
      }
      .joined()

      let once = HTMLSanitizer.sanitize(html, base: "https://example.org/")
      let twice = HTMLSanitizer.sanitize(once, base: "https://example.org/")

      #expect(SafeOutput.fault(in: once) == nil, "seed \(seed) round \(round): \(html)")
      #expect(once == twice, "seed \(seed) round \(round): \(html)")
      if once != twice { return }
    }
  }
}

import Markup
import Testing

@Suite("PlainText")
struct PlainTextTests {
  @Test(
    "parts text at blocks and double line breaks",
    arguments: [
      ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
      ("One.<br><br>Two.<br>Still two.", ["One.", "Two. Still two."]),
      ("<div>One <b>bold</b>, <i>fine</i>.</div>Two.", ["One bold, fine.", "Two."]),
      ("<ul><li>a<li>b</ul>", ["a", "b"]),
      ("<p>A&amp;B &lt;c&gt; &eacute; &#8217;</p>", ["A&B <c> é ’"]),
      ("<script>no()</script><style>no</style>yes", ["yes"]),
      ("  \n ", []),
      ("<p>in<span>side</span> a\n word</p>", ["inside a word"]),
      ("<table><tr><td>a<td>b</table>", ["a", "b"]),
    ])
  func parts(input: String, expected: [String]) {
    #expect(PlainText.from(html: input) == expected)
  }

  @Test("escapes for elements and attributes, and leaves out what XML has not")
  func escapes() {
    #expect(
      HTMLText.escape("<a b=\"c\">'&\u{0}\u{B}\u{FFFE}é") == "&lt;a b=&quot;c&quot;&gt;&#39;&amp;é")
  }
}

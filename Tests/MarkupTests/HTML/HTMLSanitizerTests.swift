import Markup
import Testing

@Suite("HTMLSanitizer")
struct HTMLSanitizerTests {
  @Test(
    "keeps what an article is made of",
    arguments: [
      ("plain words", "plain words"),
      ("<p>One.</p><p>Two.</p>", "<p>One.</p><p>Two.</p>"),
      (
        "<p>A <b>bold</b> and <em>fine</em> word</p>", "<p>A <b>bold</b> and <em>fine</em> word</p>"
      ),
      ("<h1>Top</h1><h3>Sub</h3>", "<h2>Top</h2><h3>Sub</h3>"),
      ("<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>"),
      (
        "<table><tr><th scope=col>A<td colspan=2></table>",
        "<table><tr><th scope=\"col\">A</th><td colspan=\"2\"></td></tr></table>"
      ),
      ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
      ("a<br>b<hr>c", "a<br/>b<hr/>c"),
      ("<p dir=rtl lang=ar>x</p>", "<p lang=\"ar\" dir=\"rtl\">x</p>"),
      ("<blockquote><p>Said.</p></blockquote>", "<blockquote><p>Said.</p></blockquote>"),
      (
        "<figure><img src=/a.jpg alt='A \"ship\"' width=640 height=480><figcaption>Cap</figcaption></figure>",
        "<figure><img src=\"https://example.org/a.jpg\" alt=\"A &quot;ship&quot;\" width=\"640\" height=\"480\"/>"
          + "<figcaption>Cap</figcaption></figure>"
      ),
      (
        "<a href='../b?x=1&amp;y=2'>link</a>",
        "<a href=\"https://example.org/b?x=1&amp;y=2\" rel=\"nofollow noopener\">link</a>"
      ),
      (
        "<a href='mailto:desk@example.org?subject=x'>m</a>",
        "<a href=\"mailto:desk@example.org\" rel=\"nofollow noopener\">m</a>"
      ),
      ("<time datetime=2026-11-21>today</time>", "<time datetime=\"2026-11-21\">today</time>"),
      ("AT&T &lt;b&gt; &copy;", "AT&amp;T &lt;b&gt; ©"),
    ])
  func keeps(input: String, expected: String) {
    #expect(HTMLSanitizer.sanitize(input, base: "https://example.org/a/page.html") == expected)
  }

  @Test(
    "puts every element where HTML allows it",
    arguments: [
      (
        "<p>one<figure><img src=/a.jpg></figure>two</p>",
        "<p>one</p><figure><img src=\"https://example.org/a.jpg\" alt=\"\"/></figure><p>two</p>"
      ),
      ("<em><p>fine</p></em>", "<p><em>fine</em></p>"),
      ("<li>loose</li>", "<div>loose</div>"),
      ("<td>cell</td>", "cell"),
      ("<ul>text<li>item</li></ul>", "text<ul><li>item</li></ul>"),
      ("<article><section>one</section>two</article>", "<div><div>one</div>two</div>"),
      ("<p></p><div><span></span></div>", ""),
      (
        "<a href=/x><h3>Head</h3></a>",
        "<h3><a href=\"https://example.org/x\" rel=\"nofollow noopener\">Head</a></h3>"
      ),
    ])
  func places(input: String, expected: String) {
    #expect(HTMLSanitizer.sanitize(input, base: "https://example.org/a/") == expected)
  }

  @Test(
    "drops what loads, counts, frames or asks",
    arguments: [
      "<img src=https://example.org/p.gif width=1 height=1>",
      "<img src=https://example.org/p.gif style='display: none'>",
      "<img src=https://pixel.wp.com/b.gif?x=1>", "<img alt='no address'>",
      "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
      "<iframe src=https://example.org/></iframe>", "<object data=x><param name=a></object>",
      "<style>p{color:red}</style>", "<script>document.title</script>",
      "<input value=x><button>Go</button><textarea>t</textarea><select><option>o</select>",
      "<svg><text>t</text></svg>", "<math><mi>x</mi></math>", "<template><p>x</p></template>",
      "<!-- comment -->", "<?php echo 1 ?>", "<link rel=stylesheet href=x>",
      "<video></video>", "<video src=javascript:x></video>",
    ])
  func drops(input: String) {
    #expect(HTMLSanitizer.sanitize(input, base: "https://example.org/") == "")
  }

  @Test("writes no relative address when there is nothing to resolve it against")
  func relativeWithoutBase() {
    let html = HTMLSanitizer.sanitize("<a href=/x>l</a><img src=y.png alt=z>", base: nil)

    #expect(html == "l")
  }

  @Test("a lazily loaded image shows its picture, not the placeholder")
  func lazyImage() {
    let html = HTMLSanitizer.sanitize(
      "<img src='data:image/gif;base64,R0' data-src='/real.jpg' alt=''>",
      base: "https://example.org/")

    #expect(html == "<img src=\"https://example.org/real.jpg\" alt=\"\"/>")
  }

  @Test("HTML that is refused leaves nothing")
  func refused() {
    let deep = String(repeating: "<div>", count: 100_000) + "x"

    #expect(HTMLSanitizer.sanitize(deep, base: nil) == "")
  }

  @Test("an address told again in every paragraph does not multiply the output")
  func amplification() {
    let address = "https://example.org/" + String(repeating: "a", count: 8_000)
    let input = "<a href='\(address)'>" + String(repeating: "<p>x</p>", count: 5_000) + "</a>"

    let html = HTMLSanitizer.sanitize(input, base: nil)

    #expect(html.utf8.count < input.utf8.count * 17)
    #expect(SafeOutput.fault(in: html) == nil)
  }
}

import Markup
import Testing

@Suite("XMLWriter")
struct XMLWriterTests {
  @Test("writes an element a line, in call order, with attributes as given")
  func document() {
    var xml = XMLWriter()
    xml.start("feed", ["xmlns": "urn:x", "lang": nil, "b": "1", "a": "<2>"])
    xml.element("title", "Fish & chips")
    xml.empty("link", ["href": "https://x.example/?a=1&b=2"])
    xml.end()

    let text = String(decoding: xml.finish(), as: UTF8.self)

    #expect(
      text == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="urn:x" b="1" a="&lt;2&gt;">
          <title>Fish &amp; chips</title>
          <link href="https://x.example/?a=1&amp;b=2"/>
        </feed>

        """)
  }

  @Test("a fragment put in later gives the bytes of writing it in place")
  func fragments() {
    var whole = XMLWriter()
    whole.start("feed")
    whole.start("entry")
    whole.element("id", "1")
    whole.end()
    whole.end()
    var fragment = XMLWriter(fragmentInside: 1)
    fragment.start("entry")
    fragment.element("id", "1")
    fragment.end()
    var parts = XMLWriter()
    parts.start("feed")
    parts.append(fragment: fragment.finishFragment())
    parts.end()

    let expected = whole.finish()

    #expect(parts.finish() == expected)
  }
}

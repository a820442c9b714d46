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
    let large = String(repeating: "x", count: HTMLDocument.byteLimit + 1)

    #expect(throws: HTMLError.tooDeep) { try HTMLDocument(deep) }
    #expect(throws: HTMLError.tooLarge(byteLimit: HTMLDocument.byteLimit)) {
      try HTMLDocument(large)
    }
  }

  @Test(
    "a body begins with the first thing that no head holds, and ends with the page",
    arguments: [
      "<title>t</title><article>x</article>",
      "<!doctype html><title>t</title><main>x</main>",
      "<html><head><title>t</title><story-body>x</story-body></head></html>",
      "<title>t</title><header>x</header>",
      "<html><head><title>t</title></head><body></body><section>x</section></html>",
      "<html><head><title>t</title></head><body></body></html><html><head><body>x",
      "<title>t</title>\u{FEFF}<link rel=a><meta name=b content=c>x",
      "<title>t</title>&lt;x",
      "<title>t</title><noscript><img src=a></noscript><meta name=b content=c><nav>x</nav>",
      "<title>t</title><template><p>y</p></template><aside>x</aside>",
    ])
  func bodyStart(html: String) throws {
    let document = try HTMLDocument(html)

    let body = try #require(document.nodes.firstIndex { $0.name == "body" })
    let title = try #require(document.nodes.firstIndex { $0.name == "title" })
    let text = try #require(document.nodes.lastIndex { $0.text.contains("x") })
    #expect(document.ancestors(of: text).contains(body))
    #expect(!document.ancestors(of: title).contains(body))
    #expect(document.nodes.count { $0.name == "body" } == 1)
  }

  @Test("a tag that the source ends in does not begin a body")
  func cutTag() throws {
    let document = try HTMLDocument("<title>t</title><article class=")

    #expect(!document.nodes.contains { $0.name == "article" })
  }

  @Test("leaves out the attributes of a tag beyond the 512th")
  func wide() throws {
    let attributes = (0..<600).map { "a\($0)=1 " }.joined()

    for html in [
      "<p \(attributes)>x", "<!-- x --!><p \(attributes)>x", "<scriptx><p \(attributes)>x",
    ] {
      let document = try HTMLDocument(html)
      #expect(document.nodes.first { $0.name == "p" }?.attributes.count == 512)
      #expect(document.nodes.last?.text == "x")
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

  @Test(
    "takes tags, comments and scripts for what browsers take them for",
    arguments: [
      // A comment ends at `--!>` as well, and `<!-->` is one.
      ("<p>a<!-- b --!>c", "p ac"), ("<p>a<!-->b", "p ab"), ("<p>a<!--->b", "p ab"),
      ("<p>a<!- b>c", "p ac"), ("<p>a<?b c?>d", "p ad"), ("<p>a</ b>c", "p ac"),
      // A name that begins like a script's is another element's.
      ("<scriptx>a</scriptx><p>b", "scriptx a p b"),
      // Quotes count only in a value.
      ("<p = \"> <b>\">a", "p   b \">a"), ("<p a='>' b=\">\">c", "p c"),
      ("<p a=\"x\"b=y>c", "p c"), ("<p a=b/>c", "p c"),
      // A bracket before anything but a name is text; what is open at the end is nothing.
      ("<p>a < b <3 <é", "p a < b <3 <é"), ("<p>a<b", "p a"), ("<p>a<b c='d", "p a"),
      ("<p>a</", "p a</"),
      // A title holds no elements, unless it has no end.
      ("<title>a <b> c</title><p>d", "head title a <b> c p d"),
      ("<title>a<p>b", "head title a p b"),
      ("<script>a</scripty>b</script><p>c", "head script a<\\/scripty>b p c"),
      ("<script src=x /><p>a</p>", "head script p a"),
      ("<script src=x/ ><p>a</p>", "head script <p>a<\\/p>"),
      ("<p><![CDATA[a<b]]>c", "p a<bc"), ("<p><![CDATA[a>b", "p b"),
      ("<p @click=a id=b (c)=d>e", "p e"),
    ])
  func tokens(html: String, expected: String) throws {
    let document = try HTMLDocument(html)

    let found = document.nodes.dropFirst().map { $0.isText ? $0.text : $0.name }
      .filter { $0 != "body" }.joined(separator: " ")
    #expect(found == expected)
  }

  @Test("text after a NUL is not lost")
  func nul() throws {
    #expect(try HTMLDocument("<p>a\u{0}b</p>").nodes.last?.text == "ab")
  }
}

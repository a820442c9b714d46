import Markup
import SeededRandom
import Testing

@Suite("HTMLTag")
struct HTMLTagTests {
  @Test("lists a page's elements in order, with what the source leaves out")
  func order() throws {
    let tags = try HTMLTag.all(in: "<!DOCTYPE html><title>x</title><p ID=a>b<br id>c<P class=id>")

    #expect(tags.map(\.name) == ["html", "head", "title", "body", "p", "br", "p"])
    #expect(tags.map(\.id) == [nil, nil, nil, nil, "a", "", nil])
  }

  @Test("refuses what an HTMLDocument refuses, in the same words")
  func refusals() {
    let deep = String(repeating: "<b>", count: 100_000)
    let large = String(repeating: "x", count: HTMLDocument.byteLimit + 1)

    #expect(throws: HTMLError.tooDeep) { try HTMLTag.all(in: deep) }
    #expect(throws: HTMLError.tooLarge(byteLimit: HTMLDocument.byteLimit)) {
      try HTMLTag.all(in: large)
    }
  }

  @Test("goes as deep as a tree does", arguments: 250...262)
  func depth(count: Int) {
    let html = "<html><body>" + String(repeating: "<div>", count: count)

    #expect(Self.walked(html) == Self.ofTree(html))
  }

  @Test(
    "has the elements of an HTMLDocument",
    arguments: [
      "", " ", "text", "<", "<>", "</p>", "<p", "<p id=a", "<p id=\"a", "<p id='a'>x</q></p>",
      "<html id=a><body id=b><html id=c><body id=d><head id=e>x",
      "<body><p id=a><div id=b><p id=c></div></p>",
      "<table id=t><tr id=r><td id=c><table><td></table>x",
      "<p id=a id=b>", "<p ID=a>", "<p id>", "<p id=>", "<p id=\"\">", "<p id=a/>", "<p/id=a>",
      "<p id=&amp;&lt;&#65;&nope;>", "<p id='é&eacute;'>", "<p xml:id=a>", "<p x:id=a id=b>",
      "<x:title id=a>", "<:title>", "<x:>", "<x:y:z>", "<h1:>", "<title:h1>",
      "<!-- <p id=a> --><p id=b>", "<!-- <p id=a>", "<?p id=a><p id=b>", "<![CDATA[<p id=a>]]>",
      "<script id=s>'<p id=a>'</script><p id=b>", "<style><p id=a></style>", "<script><p id=a>",
      "<title><p id=a></title>", "<textarea><p id=a></textarea>",
      "<svg id=s><path id=p /></svg>", "<ruby id=r><rt id=t>x", "<a id=a><a id=b>", "<li id=a><li>",
      "<select><option id=a><option id=b>", "<form id=a><form id=b>", "<br id=a></br><hr id=b>",
      "<meta charset=latin1><p id=\u{e9}>", "a\u{0}<p id=a\u{0}b>", "\u{feff}<p id=a>",
    ])
  func tree(html: String) {
    #expect(Self.walked(html) == Self.ofTree(html))
  }

  @Test("has the elements of an HTMLDocument, whatever the markup", arguments: 0..<40)
  func nonsense(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "/", "</", "=", "\"", "'", " ", "\n", ":", "&", ";", "-", "!", "<!--", "-->", "x",
      "<p>", "<div id=a>", "</div>", "<table>", "<td>", "</table>", "<b>", "</p>", "id", "id=a",
      "<html>", "<body>", "<head>", "<title>", "</title>", "<script>", "</script>", "<h1>", "<a ",
      "</body>", "</html>", "\u{e9}", "\u{0}", "<li>", "<select>", "<option>", "<svg/>", "<x:y>",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 1...40, using: &chance)
      let html = (0..<count).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()

      #expect(Self.walked(html) == Self.ofTree(html), "seed \(seed): \(html)")
    }
  }

  private static func walked(_ html: String) -> Result<[String], HTMLError> {
    Result { () throws(HTMLError) in
      try HTMLTag.all(in: html).map { "\($0.name) \($0.id ?? "-")" }
    }
  }

  private static func ofTree(_ html: String) -> Result<[String], HTMLError> {
    Result { () throws(HTMLError) in
      try HTMLDocument(html).nodes.filter { !$0.isText }.map { "\($0.name) \($0["id"] ?? "-")" }
    }
  }
}

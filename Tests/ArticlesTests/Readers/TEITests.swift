import NewsModel
import Testing

@testable import Articles

@Suite("TEI, and the XML of trafilatura")
struct TEITests {
  private static let body = """
    <head rend="h1">Harbour clock mended</head><p>The board met on Tuesday.</p><head rend="h2">What comes next</head>
    <p>A <hi rend="#b">second</hi> vote is in the <ref target="/books">books</ref>.</p><quote><p>We shall hear it again.</p></quote>
    <list rend="ul"><item>The chain costs nine thousand.</item><item>The bell stays.</item></list>
    <table><row><cell>Bell</cell><cell>1890</cell></row></table>
    """
  private static let paragraphs = [
    "The board met on Tuesday.", "What comes next", "A second vote is in the books.",
    "We shall hear it again.", "The chain costs nine thousand.", "The bell stays.",
  ]

  private func check(_ article: Article) {
    #expect(article.title == "Harbour clock mended")
    #expect(article.outlet == "The Gull")
    #expect(article.url == "https://gull.example/2026/clock")
    #expect(article.authors.map(\.name) == ["Ida Holm", "Bo Berg"])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T00:00:00Z")
    #expect(article.dateOrigin == .statedDay)
    #expect(article.tags == ["harbour", "clocks & bells"])
    #expect(article.summary == "The board paid for the clock.")
    #expect(Array(article.paragraphs.prefix(6)) == Self.paragraphs)
    #expect(!article.paragraphs.joined().contains("First!"))
    #expect(article.html?.contains("<a href=\"https://gull.example/books\"") == true)
  }

  @Test("trafilatura's document: attributes and main, whatever its name")
  func extracted() throws {
    let text = """
      <doc sitename="The Gull" title="Harbour clock mended" author="Ida Holm; Bo Berg" date="2026-11-20" url="https://gull.example/2026/clock" hostname="gull.example" description="The board paid for the clock." tags="harbour, clocks &amp; bells" fingerprint="4224a05baba6a676">
        <main>\(Self.body)</main><comments><p>First!</p></comments></doc>
      """
    for path in ["a.xml", "a", "a.txt"] { check(try #require(try read(path, text).plain.first)) }
  }

  @Test("TEI: the source's statements before the file's, the comments left out")
  func tei() throws {
    let body = Self.body.replacing("<head rend", with: "<ab type=\"header\" rend")
      .replacing("</head>", with: "</ab>")
    let text = """
      <?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title type="main">File 7</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><biblFull>
      <titleStmt><title type="main">Harbour clock mended</title><author>Ida Holm</author><author>Bo Berg</author></titleStmt>
      <publicationStmt><publisher>The Gull (gull.example)</publisher><ptr type="URL" target="https://gull.example/2026/clock"/>
      <date>2026-11-20</date></publicationStmt></biblFull></sourceDesc></fileDesc>
      <profileDesc><abstract><p>The board paid for the clock.</p></abstract>
      <textClass><keywords><term type="tags">harbour, clocks &amp; bells</term></keywords></textClass>
      <creation><date type="download">2026-12-01</date></creation></profileDesc></teiHeader>
      <text><body><div type="entry">\(body)</div><div type="comments"><p>First!</p></div></body></text></TEI>
      """
    check(try #require(try read("a.xml", text).plain.first))
  }

  @Test(
    "documents without a header, a body or an end",
    arguments: [
      "<TEI><text><body><p>Bell recast.</p></body></text></TEI>",
      "<TEI><teiHeader/><text><body><p>Bell recast.</p>",
      "<doc fingerprint=\"1\"><p>Bell recast.</p>",
    ])
  func damaged(text: String) throws {
    #expect(try read("a.xml", text).plain.first?.title == "Bell recast.")
  }

  @Test(
    "nothing in it is no article", arguments: ["<TEI/>", "<doc sitename=\"\"/>", "<TEI><text>"])
  func empty(text: String) {
    #expect(!reason("a.xml", text).isEmpty)
  }

  @Test("another document of XML stays what it was")
  func other() {
    let head = FileHead(Array("<doc><title>A</title></doc>".utf8))
    #expect(TEIArticleReader().recognition(of: head) == .no)
  }
}

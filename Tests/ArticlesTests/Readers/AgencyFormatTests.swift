import NewsModel
import Testing

@testable import Articles

@Suite("NewsML-G2, NITF and ninjs")
struct AgencyFormatTests {
  private static func newsItem(status: String = "usable", embargoed: String = "") -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20261120:7" version="2" xml:lang="en">
    <itemMeta><provider qcode="p:1"><name>Northline</name></provider><versionCreated>2026-11-20T09:05:00Z</versionCreated>
    <firstCreated>2026-11-20T08:05:00Z</firstCreated>\(embargoed)<pubStatus qcode="stat:\(status)"/></itemMeta>
    <contentMeta><by>By Tove Lindgaard</by><headline>Swing bridge shut</headline>
    <subject qcode="medtop:1"><name>Transport</name></subject></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title>x</title></head><body><p>The swing bridge was shut on Friday.</p><p>It stays shut for weeks.</p></body></html></inlineXML>
    </contentSet></newsItem>
    """
  }

  @Test("NewsML-G2: an item")
  func newsML() throws {
    let read = try read("wire/7.xml", Self.newsItem())
    let article = try #require(read.plain.first)

    #expect(article.title == "Swing bridge shut")
    #expect(article.outlet == "Northline")
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.tags == ["Transport"])
    #expect(
      article.paragraphs == ["The swing bridge was shut on Friday.", "It stays shut for weeks."])
    #expect(read.articles.first?.key == "urn:newsml:wire.example:20261120:7")
  }

  @Test("NewsML-G2: cancelled and embargoed items are kept back")
  func keptBack() throws {
    for item in [
      Self.newsItem(status: "canceled"),
      Self.newsItem(embargoed: "<embargoed>2026-11-23T00:00:00Z</embargoed>"),
    ] {
      let read = try read("7.xml", item)
      #expect(read.articles.isEmpty)
      #expect(read.failures.allSatisfy(\.isKeptBack) && read.failures.count == 1)
    }
    #expect(
      try read("7.xml", Self.newsItem(embargoed: "<embargoed>2026-11-21T00:00:00Z</embargoed>"))
        .articles.count == 1)
  }

  @Test("NewsML-G2: a message of several items; one bad one loses only itself")
  func message() throws {
    let message = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\(Self.newsItem())
      \(Self.newsItem(status: "withheld"))<packageItem guid="x"/></itemSet></newsMessage>
      """
    let read = try read("m.xml", message)

    #expect(read.articles.count == 1)
    #expect(read.failures.count == 1)
  }

  @Test("NITF: headline, byline, date, blocks and media")
  func nitf() throws {
    let nitf = """
      <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><title>slug</title>
      <docdata><doc-id id-string="n7"/><date.issue norm="20261120T080500Z"/><key-list><keyword key="Transport"/></key-list></docdata>
      <pubdata name="Northline" position.section="Local"/></head><body><body.head><hedline><hl1>Swing bridge shut</hl1></hedline>
      <byline>By <person>Tove Lindgaard</person><byttl>Reporter</byttl></byline><abstract><p>Shut for weeks.</p></abstract></body.head>
      <body.content><block><p>The swing <org>bridge</org> was shut.</p><hl2>Detour</hl2><p>Cars go round.</p>
      <media media-type="image"><media-reference source="https://n.example/b.jpg" alternate-text="Bridge"/>
      <media-caption>The bridge.</media-caption></media></block></body.content></body></nitf>
      """
    let article = try #require(try read("a.nitf", nitf).plain.first)

    #expect(article.title == "Swing bridge shut")
    #expect(article.outlet == "Northline")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.summary == "Shut for weeks.")
    #expect(article.paragraphs == ["The swing bridge was shut.", "Detour", "Cars go round."])
    #expect(article.pictures.map(\.url) == ["https://n.example/b.jpg"])
    #expect(article.tags == ["Transport", "Local"])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
  }

  @Test("ninjs 1.3 and 2")
  func ninjs() throws {
    let one = """
      {"uri": "urn:x:7", "type": "text", "versioncreated": "2026-11-20T09:05:00Z", "firstcreated": "2026-11-20T08:05:00Z",
       "headline": "Swing bridge shut", "byline": "Tove Lindgaard", "body_html": "<p>The bridge was shut.</p>",
       "subject": [{"code": "1", "name": "Transport"}], "infosource": [{"name": "Northline"}], "language": "en",
       "associations": {"featuremedia": {"type": "picture", "renditions": {"original": {"href": "https://n.example/b.jpg"}}}}}
      """
    let two = """
      {"uri": "urn:x:8", "firstcreated": "2026-11-20T08:05:00Z", "headlines": [{"role": "short", "value": "Shut"}, {"role": "main", "value": "Swing bridge shut"}],
       "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>The bridge was shut.</p>"}], "by": "Tove Lindgaard",
       "subjects": [{"name": "Transport"}], "infosources": [{"name": "Northline"}]}
      """
    for text in [one, two] {
      let article = try #require(try read("n.json", text).plain.first)
      #expect(article.title == "Swing bridge shut")
      #expect(article.outlet == "Northline")
      #expect(article.paragraphs == ["The bridge was shut."])
      #expect(article.tags == ["Transport"])
      #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
      #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    }
    #expect(try read("n.json", one).plain.first?.pictures.map(\.url) == ["https://n.example/b.jpg"])
    let canceled = one.replacing("\"type\": \"text\"", with: "\"pubstatus\": \"canceled\"")
    #expect(try read("n.json", canceled).articles.isEmpty)
  }

  @Test("NewsML-G2: links to what it tells of are not its address, and pictures are no reports")
  func linksAndClasses() throws {
    let other = Self.newsItem().replacing(
      "<contentMeta>",
      with: "<link rel='irel:seeAlso' href='https://n.example/other'/><contentMeta>")
    let own = Self.newsItem().replacing(
      "<contentMeta>", with: "<link rel='irel:alternate' href='https://n.example/7'/><contentMeta>")
    #expect(try read("7.xml", other).plain.map(\.url) == [nil])
    #expect(try read("7.xml", own).plain.map(\.url) == ["https://n.example/7"])

    let picture = """
      <newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>A bridge</headline>
      <description>The bridge.</description></contentMeta><contentSet><remoteContent href="https://n.example/b.jpg" contenttype="image/jpeg"/>
      </contentSet></newsItem>
      """
    #expect(reason("p.xml", picture).contains("it is no article but a picture"))
  }

  @Test("NewsML-G2: a heading in its own part is left out, and lines of a teleprinter are parted")
  func bodies() throws {
    func item(_ body: String) -> String {
      """
      <newsItem guid="b"><contentMeta><headline>Swing bridge shut</headline></contentMeta><contentSet>
      <inlineXML contenttype="application/xhtml+xml"><html><body>\(body)</body></html></inlineXML></contentSet></newsItem>
      """
    }
    let headed = item(
      "<header><ul><li>Transport</li></ul><h1>Swing bridge shut</h1></header><section><p>It was shut.</p></section>"
    )
    #expect(try read("b.xml", headed).plain.first?.paragraphs == ["It was shut."])
    let printed = item(
      "<p>(Adds detail)\n\n    By Tove Lindgaard\n    Nov 20 (Northline) - The swing bridge of Osterby was shut\non Friday for eleven weeks, because it is worn out and nobody\nknows for how long.\n    It is to be mended by spring.</p>"
    )
    let paragraphs = try read("b.xml", printed).plain.first?.paragraphs ?? []
    #expect(paragraphs.count > 1)
    #expect(paragraphs.last == "It is to be mended by spring.")
    let figures = item("").replacing(
      "application/xhtml+xml", with: "application/vnd.iptc.g2.newsitem+xml")
    #expect(try read("b.xml", figures).plain.first?.paragraphs == [])
  }

  @Test("XML that is no format of articles is not taken for text")
  func otherXML() {
    for xml in [
      "<?xml version='1.0'?><conceptItem guid='c'><concept><name>Bridge</name></concept></conceptItem>",
      "<?xml version='1.0'?>\n<project><name>x</name><description>A project of some words.</description></project>",
      "<?xml version='1.0'?><results><result><id>7</id></result></results>",
    ] {
      for path in ["a.xml", "a", "a.txt"] {
        #expect(reason(path, xml).contains("XML with the root element"), "\(path)")
      }
    }
  }

  @Test(
    "ninjs: any headline and body, one of several bodies, the largest rendition of each picture")
  func ninjsForms() throws {
    let prefixed = """
      {"uri": "urn:x:9", "type": "text", "versioncreated": "2026-11-20T09:05:00Z", "headline_web": "Swing bridge shut",
       "body_print": "<p>The bridge was shut.</p>", "associations": {"main": {"type": "picture", "headline": "The bridge",
       "renditions": {"small": {"href": "https://n.example/s.jpg", "width": 200}, "large": {"href": "https://n.example/l.jpg", "width": 2000},
       "original": {"href": "https://n.example/o.jpg", "width": 9000}}}, "film": {"type": "video", "renditions": {"x": {"href": "https://n.example/f.mp4"}}}}}
      """
    let several = """
      {"uri": "urn:x:9", "type": "text", "versionCreated": "2026-11-20T09:05:00Z", "headlines": [{"value": "Swing bridge shut"}],
       "bodies": [{"role": "nitf", "contentType": "application/xml", "value": "<nitf><body><body.content><p>No.</p></body.content></body></nitf>"},
       {"role": "text", "contentType": "text/plain", "value": "Swing bridge shut The bridge was shut."},
       {"role": "html", "contentType": "text/html", "value": "<html><head><title>x</title></head><body><p>The bridge was shut.</p></body></html>"}],
       "associations": [{"type": "picture", "renditions": [{"href": "https://n.example/l.jpg", "width": 2000, "contentType": "image/jpeg"},
       {"href": "https://n.example/s.jpg", "width": 200, "contentType": "image/jpeg"}]}]}
      """
    for text in [prefixed, several] {
      let article = try #require(try read("n.json", text).plain.first)
      #expect(article.title == "Swing bridge shut")
      #expect(article.paragraphs == ["The bridge was shut."])
      #expect(article.pictures.map(\.url) == ["https://n.example/l.jpg"])
    }
    let nitf = several.replacing("application/xml", with: "text/vnd.IPTC.NITF")
      .replacing("text/html", with: "x/y").replacing("text/plain", with: "x/z")
    let read = try read("n.json", nitf)
    #expect(read.plain.map(\.paragraphs) == [["No."]])
    for type in ["picture", "video", "event"] {
      let item =
        "{\"uri\": \"urn:x:1\", \"type\": \"\(type)\", \"versioncreated\": \"2026-11-20T09:05:00Z\", \"headline\": \"A bridge\"}"
      #expect(reason("n.json", item).contains("it is no article but "))
    }
  }

  @Test("a document that breaks off is damaged, and is no headline without a text")
  func cut() throws {
    let item = Self.newsItem()
    #expect(reason("7.xml", String(item.prefix(item.count - 200))).contains("breaks off"))
    let message = "<newsMessage><itemSet>\(item)\(item.prefix(item.count - 200))"
    let read = try read("m.xml", message)
    #expect(read.articles.count == 1)
    #expect(read.failures.map(\.isKeptBack) == [false])
    let nitf =
      "<nitf><body><body.head><hedline><hl1>Swing bridge shut</hl1></hedline></body.head><body.content><p>It was"
    #expect(reason("7.xml", nitf).contains("breaks off"))
    #expect(try self.whole(nitf + ".</p></body.content></body></nitf>\n") == ["It was."])
  }

  private func whole(_ text: String) throws -> [String] {
    try read("7.xml", text).plain.first?.paragraphs ?? []
  }
}

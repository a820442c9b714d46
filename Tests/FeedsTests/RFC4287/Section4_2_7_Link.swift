import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.2.7 atom:link")
struct Section4_2_7_Link {
  @Test("each source with an address is a via link with its outlet, title and language (§4.2.7.2)")
  func via() throws {
    let entry = SampleSite.warehouse

    let links = try RenderedXML.atom(Sample.feed([entry])).all("link", in: "entry")
      .filter { $0["rel"] == "via" }

    #expect(links.map { $0["href"] } == entry.coverage.map(\.url))
    #expect(links.map { $0["hreflang"] } == entry.coverage.map(\.language))
    #expect(links[1]["title"] == "Coast Radio: Large fire at harbour warehouse, road closed")
  }

  @Test("enclosures have a type and a length, 0 where it is not known")
  func enclosures() throws {
    var entry = SampleSite.ferry
    entry.pictures = [Picture(url: "https://pictures.example/a.webp", alternative: "A ferry")]

    let links = try RenderedXML.atom(Sample.feed([entry])).all("link", in: "entry")
      .filter { $0["rel"] == "enclosure" }

    #expect(links.map { $0["type"] } == ["audio/mpeg", "image/webp"])
    #expect(links.map { $0["length"] } == ["4812330", "0"])
    #expect(links[1]["title"] == "A ferry")
  }

  @Test("hubs are links of the feed (WebSub §4)")
  func hubs() throws {
    let document = AtomFormat().document(of: SampleSite.feed)

    let links = try RenderedXML(document).all("link", in: "feed").filter { $0["rel"] == "hub" }

    #expect(links.map { $0["href"] } == ["https://hub.example/"])
    #expect(
      document.links.map(\.headerValue) == [
        "<https://hub.example/>; rel=\"hub\"",
        "<https://news.example/atom.xml>; rel=\"self\"; type=\"application/atom+xml\"",
      ])
  }
}

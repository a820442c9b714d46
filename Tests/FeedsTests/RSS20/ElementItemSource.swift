import Feeds
import Markup
import NewsModel
import Testing

@Suite("RSS 2.0: item source")
struct ElementItemSource {
  @Test("source names the lead's own feed where it is known, and then dc:source is silent")
  func known() throws {
    let rss = try RenderedXML.rss(Sample.feed([SampleSite.warehouse]))

    let source = rss.all("source")
    #expect(source.map(\.text) == ["Harlow Courier"])
    #expect(rss.all("dc:source").isEmpty)
    #expect(source.map { $0["url"] } == ["https://harlowcourier.example/feed.xml"])
  }

  @Test("without it one dc:source has the addresses of all sources")
  func unknown() throws {
    let entry = SampleSite.election

    let rss = try RenderedXML.rss(Sample.feed([entry]))

    let sources = rss.all("dc:source")
    #expect(rss.all("source").isEmpty)
    #expect(sources.count == 1)
    #expect(sources[0].text == entry.coverage.compactMap(\.url).joined(separator: " "))
  }

  @Test("every source is a via link in either case")
  func via() throws {
    for entry in [SampleSite.warehouse, SampleSite.election] {
      let links = try RenderedXML.rss(Sample.feed([entry])).all("atom:link", in: "item")
        .filter { $0["rel"] == "via" }

      #expect(links.map { $0["href"] } == entry.coverage.map(\.url))
    }
  }
}

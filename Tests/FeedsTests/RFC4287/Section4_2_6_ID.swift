import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.2.6 atom:id")
struct Section4_2_6_ID {
  @Test("an entry has the same id in every format and every feed, character by character")
  func same() throws {
    let entry = SampleSite.warehouse
    for feed in [Sample.feed([entry]), Sample.feed([entry], name: "fire", extent: .headline)] {
      let atom = try RenderedXML.atom(feed)
      let rss = try RenderedXML.rss(feed)
      let json = try JSONValue.feed(feed)

      #expect(atom.texts("id", in: "entry") == [entry.id.rawValue])
      #expect(rss.texts("guid") == [entry.id.rawValue])
      #expect(json["items"]?[0]?["id"]?.string == entry.id.rawValue)
    }
  }

  @Test("the id does not follow the title, the address, the sources or the content")
  func permanent() throws {
    var entry = SampleSite.warehouse
    let before = try RenderedXML.atom(Sample.feed([entry])).texts("id", in: "entry")
    entry.title = "Another title"
    entry.coverage.removeLast()
    entry.summary = ""

    let after = try RenderedXML.atom(Sample.feed([entry])).texts("id", in: "entry")

    #expect(after == before)
  }
}

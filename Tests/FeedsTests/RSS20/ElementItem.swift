import Feeds
import Markup
import NewsModel
import Testing

@Suite("RSS 2.0: item")
struct ElementItem {
  private static func item(_ entry: Entry) throws -> RenderedXML {
    try RenderedXML.rss(Sample.feed([entry]))
  }

  @Test("pubDate is when the story began; its last change stands in atom:updated")
  func dates() throws {
    let rss = try Self.item(SampleSite.warehouse)

    #expect(rss.texts("pubDate") == ["Fri, 20 Nov 2026 11:01:00 GMT"])
    #expect(rss.texts("atom:updated", in: "item") == ["2026-11-20T13:00:00Z"])
  }

  @Test("the summary goes to description, the whole to content:encoded, in this order (Profile)")
  func content() throws {
    let rss = try Self.item(SampleSite.warehouse)

    let item = try #require(rss.tree.nodes.firstIndex { $0.name == "item" })
    let names = rss.tree.nodes.filter { $0.parent == item }.map(\.name)
    let order = ["description", "encoded"]
    #expect(names.filter(order.contains) == order)
    #expect(rss.texts("description", in: "item")[0].hasPrefix("<p>A fire in a warehouse"))
    #expect(rss.texts("content:encoded")[0].contains("<h3>3 sources, 2 repeats</h3>"))
  }

  @Test("a name goes to dc:creator, since author is an e-mail address")
  func creator() throws {
    let rss = try Self.item(SampleSite.warehouse)

    #expect(rss.texts("dc:creator") == ["Mara Quill"])
    #expect(rss.all("author").isEmpty)
  }

  @Test("the title is escaped as the Profile asks, and no reader can take it for markup")
  func title() throws {
    let feed = Sample.feed([Sample.entry(title: "R&D; <b>bold</b> &copy; AT&T 3 < 4")])

    let text = RSSFormat().document(of: feed).text

    #expect(text.contains("<title>R&#x26;D; ‹b›bold‹/b› ＆copy; AT&#x26;T 3 &#x3C; 4</title>"))
  }

  @Test("pictures are Media RSS with their text and credit")
  func media() throws {
    let rss = try Self.item(SampleSite.warehouse)

    let picture = try #require(rss.all("media:content", in: "item").first)
    #expect(picture["medium"] == "image")
    #expect(picture["width"] == "1200")
    #expect(
      rss.texts("media:description", in: "media:content") == [
        "Grey smoke above a long brick building at the water"
      ])
    #expect(rss.texts("media:credit") == ["Tomas Reed / Harlow Courier"])
  }
}

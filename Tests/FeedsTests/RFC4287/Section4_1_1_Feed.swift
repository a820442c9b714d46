import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.1.1 atom:feed")
struct Section4_1_1_Feed {
  @Test("a feed has exactly one id, title, updated, author and self link")
  func required() throws {
    let atom = try RenderedXML.atom(SampleSite.feed)

    for name in ["id", "title", "updated", "author"] {
      #expect(atom.all(name, in: "feed").count == 1)
    }
    let links = atom.all("link", in: "feed")
    #expect(
      links.filter { $0["rel"] == "self" }.map { $0["href"] } == [Sample.baseURL + "atom.xml"])
    #expect(links.filter { $0["rel"] == "alternate" }.map { $0["href"] } == [Sample.baseURL])
  }

  @Test("entries stand in the feed's order, the newest first")
  func order() throws {
    let atom = try RenderedXML.atom(SampleSite.feed)

    #expect(atom.texts("id", in: "entry") == SampleSite.feed.entries.map(\.id.rawValue))
    let updated = atom.texts("updated", in: "entry")
    #expect(updated == updated.sorted(by: >))
  }

  @Test("a feed without entries is a valid feed")
  func empty() throws {
    let feed = Sample.feed([])

    let atom = try RenderedXML.atom(feed)

    #expect(atom.all("entry").isEmpty)
    try DocumentCheck().check(AtomFormat().document(of: feed))
  }
}

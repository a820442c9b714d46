import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.1.2 atom:entry")
struct Section4_1_2_Entry {
  @Test(
    "an entry has exactly one id, title, published, updated, summary, content and alternate link",
    arguments: TextExtent.allCases)
  func required(extent: TextExtent) throws {
    let feed = Sample.feed([SampleSite.warehouse], extent: extent)

    let atom = try RenderedXML.atom(feed)

    for name in ["id", "title", "published", "updated", "summary", "content"] {
      #expect(atom.all(name, in: "entry").count == 1)
    }
    let alternates = atom.all("link", in: "entry").filter { $0["rel"] == "alternate" }
    #expect(alternates.map { $0["href"] } == [SampleSite.warehouse.link])
  }

  @Test("a merged entry is an entry of its own and carries no atom:source (§4.2.11)")
  func source() throws {
    #expect(try RenderedXML.atom(SampleSite.feed).all("source").isEmpty)
  }

  @Test("tags become categories, each once, with their text as term (§4.2.2)")
  func categories() throws {
    let atom = try RenderedXML.atom(Sample.feed([SampleSite.warehouse]))

    #expect(atom.all("category").map { $0["term"] } == ["Harbour", "Fire", "Old town"])
  }

  @Test("the author is who wrote the canonical article, else its outlet (§4.2.1)")
  func authors() throws {
    let signed = try RenderedXML.atom(Sample.feed([SampleSite.warehouse]))
    let unsigned = try RenderedXML.atom(Sample.feed([Sample.entry()]))

    #expect(signed.texts("name", in: "author").last == "Mara Quill")
    #expect(unsigned.texts("name", in: "author").last == "Harlow Courier")
  }
}

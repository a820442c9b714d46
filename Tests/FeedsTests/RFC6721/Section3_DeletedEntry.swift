import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 6721 §3 at:deleted-entry")
struct Section3_DeletedEntry {
  @Test("a merged entry is announced with its id, its moment and a link to the survivor")
  func merged() throws {
    let xml = try RenderedXML.atom(SampleSite.feed)

    let tombstone = try #require(xml.all("at:deleted-entry", in: "feed").first)
    #expect(tombstone["ref"] == "tag:news.example,2026:story/pier")
    #expect(tombstone["when"] == "2026-11-20T16:00:00Z")
    #expect(
      xml.texts("at:comment", in: "at:deleted-entry") == [
        "Merged into tag:news.example,2026:story/warehouse", "Withdrawn",
      ])
    let related = xml.all("link", in: "at:deleted-entry")
    #expect(related.map { $0["rel"] } == ["related"])
    #expect(related.map { $0["href"] } == ["https://news.example/stories/warehouse-7d3a/"])
  }

  @Test("an entry that is there again is not announced as deleted, and none twice")
  func living() throws {
    let back = Tombstone(
      id: Sample.id("ferry"), slug: "ferry-7d3a", when: Sample.date(1), title: "Ferry")
    let gone = Tombstone(id: Sample.id("x"), slug: "x-1", when: Sample.date(2), title: "X")

    let xml = try RenderedXML.atom(Sample.feed([SampleSite.ferry], tombstones: [back, gone, gone]))

    #expect(xml.all("at:deleted-entry").map { $0["ref"] } == [gone.id.rawValue])
  }

  @Test("RSS drops what is gone; JSON Feed names it in its extension")
  func otherFormats() throws {
    let json = try JSONValue.feed(SampleSite.feed)

    #expect(!RSSFormat().document(of: SampleSite.feed).text.contains("story/pier"))
    let tombstones = json["_newsfold"]?["tombstones"]?.elements ?? []
    #expect(
      tombstones.map { $0["id"]?.string } == [
        "tag:news.example,2026:story/pier", "tag:news.example,2026:story/comet",
      ])
    #expect(tombstones.first?["survivor"]?.string == "tag:news.example,2026:story/warehouse")
  }
}

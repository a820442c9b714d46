import Feeds
import Markup
import NewsModel
import Testing

@Suite("JSON Feed 1.1: items")
struct Items {
  @Test("an item has id, page, lead source, content, dates, authors, tags and language")
  func members() throws {
    let item = try #require(try JSONValue.feed(Sample.feed([SampleSite.warehouse]))["items"]?[0])

    #expect(item["url"]?.string == SampleSite.warehouse.link)
    #expect(item["external_url"]?.string == "https://harlowcourier.example/320")
    #expect(item["date_published"]?.string == "2026-11-20T11:01:00Z")
    #expect(item["date_modified"]?.string == "2026-11-20T13:00:00Z")
    #expect(item["authors"]?[0]?["name"]?.string == "Mara Quill")
    #expect(item["tags"]?.elements.compactMap(\.string) == ["Harbour", "Fire", "Old town"])
    #expect(item["language"]?.string == "en")
    #expect(item["image"]?.string == "https://pictures.example/east-pier.jpg")
    #expect(item["content_html"]?.string?.contains("<h3>3 sources, 2 repeats</h3>") == true)
  }

  @Test("enclosures are attachments with size and duration")
  func attachments() throws {
    let item = try #require(try JSONValue.feed(Sample.feed([SampleSite.ferry]))["items"]?[0])

    let attachment = try #require(item["attachments"]?[0])
    #expect(attachment["mime_type"]?.string == "audio/mpeg")
    #expect(attachment["size_in_bytes"] == .number(4_812_330))
    #expect(attachment["duration_in_seconds"] == .number(312))
  }

  @Test("all three formats carry the same HTML", arguments: TextExtent.allCases)
  func content(extent: TextExtent) throws {
    for entry in SampleSite.entries + NastyFeed.entries {
      let feed = Sample.feed([entry], extent: extent)

      let html = try JSONValue.feed(feed)["items"]?[0]?["content_html"]?.string

      #expect(try RenderedXML.atom(feed).texts("content", in: "entry").first == html)
      #expect(try RenderedXML.rss(feed).texts("content:encoded").first == html)
    }
  }

  @Test(
    "plain texts hold nothing that a reader could take for HTML",
    arguments: NastyText.all.map(\.text))
  func plain(text: String) throws {
    let item = try #require(
      try JSONValue.feed(Sample.feed([Sample.entry(title: text, summary: text)]))["items"]?[0])

    for key in ["title", "summary"] {
      let plain = try #require(item[key]?.string)
      #expect(plain.firstMatch(of: /<[a-zA-Z\/!]|&(amp|lt|gt|quot|copy|#\w+);/) == nil)
    }
  }
}

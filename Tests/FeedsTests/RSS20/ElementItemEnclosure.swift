import Feeds
import Markup
import NewsModel
import Testing

@Suite("RSS 2.0: item enclosure")
struct ElementItemEnclosure {
  @Test("one an item: what can be played before what can be looked at")
  func one() throws {
    var entry = SampleSite.ferry
    entry.enclosures.append(Enclosure(url: "https://x.example/b.mp3", mediaType: "audio/mpeg"))
    entry.pictures = [Picture(url: "https://x.example/a.png")]

    let enclosures = try RenderedXML.rss(Sample.feed([entry])).all("enclosure")

    #expect(enclosures.map { $0["url"] } == ["https://harlowcourier.example/audio/ferry.mp3"])
    #expect(enclosures.map { $0["length"] } == ["4812330"])
    #expect(enclosures.map { $0["type"] } == ["audio/mpeg"])
  }

  @Test(
    "a picture is one if its type is stated or its address tells it",
    arguments: [
      (nil, "https://x.example/a.JPG?w=1", "image/jpeg"),
      ("image/png", "https://x.example/a", "image/png"),
      (nil, "https://x.example/a.b.avif#x", "image/avif"), (nil, "https://x.example/jpg", nil),
      ("text/html", "https://x.example/a", nil),
    ] as [(String?, String, String?)])
  func types(stated: String?, url: String, expected: String?) throws {
    var entry = Sample.entry()
    entry.pictures = [Picture(url: url, mediaType: stated)]

    let enclosures = try RenderedXML.rss(Sample.feed([entry])).all("enclosure")

    #expect(enclosures.map { $0["type"] } == (expected == nil ? [] : [expected]))
  }
}

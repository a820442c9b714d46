import Feeds
import Markup
import NewsModel
import Testing

@Suite("RSS 2.0: channel")
struct ElementChannel {
  @Test("a channel has what it must have, and says how long to wait")
  func required() throws {
    let rss = try RenderedXML.rss(SampleSite.feed)

    #expect(rss.texts("title", in: "channel") == ["The Harlow Fold"])
    #expect(rss.texts("link", in: "channel") == [Sample.baseURL])
    #expect(rss.texts("language", in: "channel") == ["en"])
    #expect(rss.texts("lastBuildDate") == ["Fri, 20 Nov 2026 13:00:00 GMT"])
    #expect(rss.texts("docs") == ["https://www.rssboard.org/rss-specification"])
  }

  @Test(
    "ttl and the syndication module say the same",
    arguments: [
      (1, "hourly", "60"), (5, "hourly", "12"), (60, "hourly", "1"), (61, "daily", "23"),
      (1440, "daily", "1"), (10_000, "daily", "1"), (0, "hourly", "60"),
    ])
  func times(minutes: Int, period: String, frequency: String) throws {
    var feed = Sample.feed()
    feed.minutesToLive = minutes

    let rss = try RenderedXML.rss(feed)

    #expect(rss.texts("ttl") == [String(max(1, minutes))])
    #expect(rss.texts("sy:updatePeriod") == [period])
    #expect(rss.texts("sy:updateFrequency") == [frequency])
  }

  @Test("the image is a PNG of the stated size, with the channel's title and link")
  func image() throws {
    let rss = try RenderedXML.rss(Sample.feed(title: "A & B"))

    #expect(rss.texts("title", in: "image") == rss.texts("title", in: "channel"))
    #expect(rss.texts("url", in: "image") == ["https://news.example/assets/badge.png"])
    #expect(rss.texts("width") == ["88"])
  }

  @Test("a feed without a subtitle describes itself by its title, one without language is silent")
  func defaults() throws {
    var feed = Sample.feed(language: nil)
    feed.subtitle = ""

    let rss = try RenderedXML.rss(feed)

    #expect(rss.texts("description", in: "channel") == ["The Harlow Fold"])
    #expect(rss.all("language").isEmpty)
  }
}

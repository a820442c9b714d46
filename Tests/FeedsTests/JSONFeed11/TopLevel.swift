import Feeds
import NewsModel
import Testing

@Suite("JSON Feed 1.1: top-level")
struct TopLevel {
  @Test("version stands first, then title, addresses and the rest")
  func members() throws {
    let document = JSONFeedFormat().document(of: SampleSite.feed)
    let json = try JSONValue(document)

    #expect(document.text.hasPrefix("{\n  \"version\": \"https://jsonfeed.org/version/1.1\",\n"))
    #expect(json["home_page_url"]?.string == "https://news.example/")
    #expect(json["feed_url"]?.string == "https://news.example/feed.json")
    #expect(json["icon"]?.string == "https://news.example/assets/icon.png")
    #expect(json["language"]?.string == "en")
    #expect(json["authors"]?[0]?["name"]?.string == "The Harlow Fold")
    #expect(json["author"] == nil)
    #expect(json["hubs"]?[0]?["type"]?.string == "WebSub")
    #expect(json["hubs"]?[0]?["url"]?.string == "https://hub.example/")
  }

  @Test("the extension's about stands once and is a page of the site")
  func about() throws {
    let text = JSONFeedFormat().document(of: SampleSite.feed).text

    #expect(text.split(separator: "\"about\"").count == 2)
    #expect(text.contains("\"about\": \"https://news.example/about/\""))
  }
}

import Feeds
import Markup
import NewsModel
import Testing

@Suite("FrontPage")
struct FrontPageTests {
  private static func page(_ feed: Feed) -> String {
    FrontPage(site: SiteDescription(main: feed)).document(of: feed).text
  }

  @Test("lists every story of a small window with its link, time and outlets")
  func stories() {
    let text = Self.page(SampleSite.feed)

    for entry in SampleSite.entries {
      #expect(text.contains("<a href=\"stories/\(entry.slug)/index.html\">"))
      #expect(text.contains("datetime=\"\(Timestamp.rfc3339(entry.updated))\""))
    }
    #expect(text.contains("3 sources</b> <bdi>Harlow Courier</bdi>, <bdi>Coast Radio</bdi>"))
  }

  @Test("has each feed for auto-discovery, the main Atom feed first")
  func discovery() throws {
    let page = try HTMLDocument(Self.page(SampleSite.feed))

    let links = page.nodes.filter { $0.name == "link" && $0["rel"] == "alternate" }
    #expect(
      links.map { $0["href"] } == [
        "https://news.example/atom.xml", "https://news.example/rss.xml",
        "https://news.example/feed.json", "https://news.example/feeds.opml",
      ])
    #expect(
      links.prefix(3).map { $0["type"] } == [
        "application/atom+xml", "application/rss+xml", "application/feed+json",
      ])
  }

  @Test("opens the main feed in readers with one click")
  func readers() {
    let text = Self.page(SampleSite.feed)

    #expect(text.contains("href=\"feed://news.example/atom.xml\""))
    #expect(
      text.contains(
        "href=\"https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fnews.example%2Fatom.xml\""))
  }

  @Test("stays under 50 kB with a thousand stories")
  func size() {
    let entries = (0..<1000).map { number in
      Sample.entry(
        "story-\(number)", title: "A story with a title of usual length, number \(number)",
        minute: -number, summary: String(repeating: "Words of a summary. ", count: 20))
    }

    #expect(Self.page(Sample.feed(entries)).utf8.count < 50_000)
    #expect(Self.page(NastyFeed.feed(.full)).utf8.count < 50_000)
  }

  @Test("filters by the most frequent sources and tags, with a class on each story")
  func filters() throws {
    let page = try HTMLDocument(Self.page(SampleSite.feed))

    let buttons = page.nodes.filter { $0.name == "input" && ["s", "t"].contains($0["name"]) }
    #expect(buttons.filter { $0["name"] == "s" }.count == 7)
    for button in buttons {
      guard let id = button["id"] else { continue }
      #expect(page.nodes.contains { $0.name == "li" && $0.has(id, in: "class") })
    }
  }

  @Test("shows no summary where the site shows headlines only")
  func headlines() {
    let feed = Sample.feed(SampleSite.entries, extent: .headline)

    #expect(!Self.page(feed).contains("class=\"sum\""))
    #expect(!SearchIndex.document(of: feed).text.contains("smoke over the old town"))
  }

  @Test("an empty site says so")
  func empty() {
    #expect(Self.page(Sample.feed([])).contains("There is no story yet."))
  }

  @Test("the interface is in the feed's language", arguments: Phrases.all.map(\.language))
  func languages(language: String) {
    let text = Self.page(Sample.feed(language: language))

    #expect(text.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
    #expect(text.contains(Phrases.of(language).subscribe))
  }

  @Test("a feed in a language that there are no words in has English ones around its stories")
  func otherLanguage() {
    let title = "أعلن مجلس الميناء"
    let feed = Sample.feed([Sample.entry(title: title, language: "ar")], language: "ar")

    let text = Self.page(feed)
    let story = StoryPage(site: SiteDescription(main: feed)).document(of: feed.entries[0]).text

    for page in [text, story] { #expect(page.contains("<html lang=\"en\" dir=\"ltr\">")) }
    #expect(text.contains("<h4 lang=\"ar\" dir=\"rtl\"><a"))
    #expect(story.contains("<h1 lang=\"ar\" dir=\"rtl\">\(title)</h1>"))
    #expect(Self.page(Sample.feed(language: "en-GB")).contains("<html lang=\"en-GB\" dir=\"ltr\">"))
  }
}

import NewsModel
import Testing

@testable import Articles

@Suite("Feeds as files")
struct FeedArticleReaderTests {
  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE rss [<!ENTITY big "lol">]>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Harbour Gazette</title><link>https://gazette.example/</link><language>en-GB</language>
    <item><title>Ferry &amp;amp; tug collide off Marram</title><link>/ferry?utm_source=rss</link>
    <guid isPermaLink="false">g-1</guid><pubDate>Fri, 20 Nov 2026 09:05:00 +0100</pubDate>
    <dc:creator>Tove Lindgaard</dc:creator><category>Ports</category><category>Accidents, at sea</category>
    <description>Two ships met.</description>
    <content:encoded><![CDATA[<p>Two ships met in fog off Marram on Friday.</p><p>Nobody was hurt&nbsp;&ndash; both went on.</p>]]></content:encoded>
    <enclosure url="https://gazette.example/a.mp3" length="123" type="audio/mpeg"/>
    <media:content url="https://gazette.example/a.jpg" medium="image" width="800"/>
    </item>
    <item><title>Mill reopens</title><guid>https://gazette.example/mill</guid>
    <description>The mill at Osterby grinds again after ninety years & is open to all.</description></item>
    </channel></rss>
    """

  @Test("RSS 2.0: full text, address, date, author, tags, media, the feed as outlet")
  func rss2() throws {
    let read = try read("x/feed.xml", Self.rss)

    #expect(read.isWindow)
    #expect(read.failures.isEmpty)
    #expect(read.articles.map(\.key) == ["g-1", "https://gazette.example/mill"])
    #expect(read.articles.allSatisfy { $0.member == nil })
    let first = try #require(read.plain.first)
    #expect(first.title == "Ferry & tug collide off Marram")
    #expect(first.url == "https://gazette.example/ferry")
    #expect(first.outlet == "Harbour Gazette")
    #expect(first.language == "en-GB")
    #expect(Timestamp.rfc3339(first.published) == "2026-11-20T08:05:00Z")
    #expect(first.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(first.tags == ["Ports", "Accidents, at sea"])
    #expect(first.summary == "Two ships met.")
    #expect(
      first.paragraphs == [
        "Two ships met in fog off Marram on Friday.", "Nobody was hurt – both went on.",
      ])
    #expect(first.enclosures.map(\.byteCount) == [123])
    #expect(first.pictures.map(\.url) == ["https://gazette.example/a.jpg"])
    #expect(read.plain[1].url == "https://gazette.example/mill")
    #expect(read.plain[1].dateOrigin == .file)
  }

  @Test("RSS 1.0 and 0.91, items beside the channel")
  func older() throws {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://g.example/"><title>Gazette</title><link>https://g.example/</link></channel>
      <item rdf:about="https://g.example/1"><title>Bell recast</title><link>https://g.example/1</link>
      <dc:date>2026-11-20T08:05:00Z</dc:date><description>The bell was recast.</description></item></rdf:RDF>
      """
    let old = """
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="0.91"><channel><title>Gazette</title><item><title>Bell recast</title>
      <link>https://g.example/1</link><description>The bell &eacute;tait recast.</description></item></channel></rss>
      """

    #expect(try read("a.rdf", rdf).plain.first?.title == "Bell recast")
    #expect(try read("a.rdf", rdf).plain.first?.outlet == "Gazette")
    #expect(try read("a", old).plain.first?.paragraphs == ["The bell était recast."])
  }

  @Test("Atom: XHTML content, relative addresses, source, tombstones")
  func atom() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://g.example/news/" xml:lang="de"
        xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <title type="html">Gazette &amp;amp; Co</title><author><name>Bo Berg</name><email>bo@g.example</email></author>
      <at:deleted-entry ref="tag:g.example,2026:7" when="2026-11-21T00:00:00Z"/>
      <entry><id>tag:g.example,2026:8</id><title>Deich hält</title><link href="8.html"/>
      <published>2026-11-20T08:05:00Z</published><updated>2026-11-20T09:05:00Z</updated>
      <category term="d" label="Deiche"/><summary>Kurz.</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Deich hält.</p><p>Er steht <b>fest</b>.</p>
      <img src="d.jpg" alt="Deich"/></div></content></entry></feed>
      """
    let read = try read("a.atom", atom)
    let article = try #require(read.plain.first)

    #expect(read.withdrawn == ["tag:g.example,2026:7"])
    #expect(read.articles.first?.key == "tag:g.example,2026:8")
    #expect(article.outlet == "Gazette & Co")
    #expect(article.url == "https://g.example/news/8.html")
    #expect(article.paragraphs == ["Der Deich hält.", "Er steht fest."])
    #expect(article.authors == [Person(name: "Bo Berg")])
    #expect(article.tags == ["Deiche"])
    #expect(article.pictures.map(\.url) == ["https://g.example/news/d.jpg"])
    #expect(article.language == "de")
  }

  @Test("a JSON Feed is a window, too")
  func jsonFeed() throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [
       {"id": "7", "url": "https://g.example/7", "title": "Bell recast", "content_text": "The bell was recast."}]}
      """
    let read = try read("feed.json", feed)

    #expect(read.isWindow)
    #expect(read.articles.map(\.key) == ["7"])
    #expect(read.plain.map(\.outlet) == ["Gazette"])
  }

  @Test("a feed that breaks off gives what is whole of it, and says so")
  func breaksOff() throws {
    let cut = String(Self.rss.prefix(Self.rss.count - 90))
    let read = try read("feed.xml", cut)

    #expect(read.plain.map(\.title) == ["Ferry & tug collide off Marram"])
    #expect(
      read.failures.map(\.problem) == [.damaged("the feed breaks off; its last item is left out")])
  }

  @Test("an empty feed is a quiet one")
  func quiet() throws {
    let read = try read("a.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>")

    #expect(read.articles.isEmpty && read.failures.isEmpty && read.isWindow)
  }

  @Test("drafts, private posts and pictures of a WordPress export are no articles")
  func wordPress() throws {
    let export = """
      <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>Blog</title>
      <item><title>Out</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded>It is out.</content:encoded></item>
      <item><title>Not yet</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status><content:encoded>It is not.</content:encoded></item>
      <item><title>a.jpg</title><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
      </channel></rss>
      """
    let read = try read("wordpress.xml", export)

    #expect(read.plain.map(\.title) == ["Out"])
    #expect(!read.isWindow)
  }

  @Test(
    "a WordPress export: menus and pages, paragraphs of the old editor, shortcodes, pictures, dates"
  )
  func wordPressText() throws {
    let export = """
      <rss version="2.0" xmlns:wp="https://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:excerpt="https://wordpress.org/export/1.2/excerpt/"><channel><title>Blog</title>
      <item><title>Home</title><wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status></item>
      <item><title>Imprint</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status><content:encoded>We are a blog.</content:encoded></item>
      <item><title>b.jpg</title><wp:post_id>5</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://b.example/b.jpg</wp:attachment_url></item>
      <item><title>Locked</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_password>x</wp:post_password><content:encoded>No.</content:encoded></item>
      <item><title>Bell recast</title><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_type>report</wp:post_type><wp:status>publish</wp:status>
      <wp:post_date>2026-11-20 09:05:00</wp:post_date><wp:post_date_gmt>2026-11-20 08:05:00</wp:post_date_gmt>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>
      <content:encoded><![CDATA[[dropcap]I[/dropcap]t was <em>recast</em> [sic].

      [caption id="a" width="300"]<img src="https://b.example/c.jpg" /> The bell[/caption]

      It rings.[gallery ids="1,2"]

      <h2>Cost</h2>
      [1] Two crowns.]]></content:encoded></item></channel></rss>
      """.replacing("\n      ", with: "\n")
    let read = try read("wordpress.xml", export)
    let article = try #require(read.plain.first)

    #expect(read.plain.map(\.title) == ["Bell recast"])
    #expect(article.paragraphs == ["It was recast [sic].", "It rings.", "Cost", "[1] Two crowns."])
    #expect(article.pictures.map(\.url) == ["https://b.example/b.jpg", "https://b.example/c.jpg"])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    #expect(read.failures.map(\.isKeptBack) == [true])
  }
}

import FoundationEssentials
import NewsModel
import Testing

@testable import Feeds

@Suite("Sitemap")
struct SitemapTests {
  private static let site = SiteDescription(main: SampleSite.feed)

  @Test("a day's document has its page and its stories, with their own dates")
  func day() throws {
    let day = try #require(SiteDay("2026-11-20"))
    let story = ListedStory(
      slug: "fire-7d3a", title: "Fire", published: day.start, updated: Sample.date(420), outlets: []
    )

    let document = Sitemap(site: Self.site).document(of: day, [story])

    try DocumentCheck().check(document)
    #expect(document.path == "sitemap-2026-11-20.xml")
    let xml = try RenderedXML(document)
    #expect(
      xml.texts("loc") == [
        "https://news.example/days/2026-11-20/", "https://news.example/stories/fire-7d3a/",
      ])
    let updated = Timestamp.rfc3339(Sample.date(420))
    #expect(xml.texts("lastmod") == [updated, updated])
  }

  @Test("the index names the document of each day, and robots.txt the index")
  func index() throws {
    let days = ["2025-01-01", "2026-11-20"].compactMap { SiteDay($0) }

    let document = Sitemap(site: Self.site).index(days)

    try DocumentCheck().check(document)
    #expect(
      try RenderedXML(document).texts("loc") == [
        "https://news.example/sitemap-2025-01-01.xml",
        "https://news.example/sitemap-2026-11-20.xml",
      ])
    #expect(
      RobotsFile.document(of: Self.site).text.hasSuffix(
        "\nSitemap: https://news.example/sitemap.xml\n"))
  }

  @Test("what is no sitemap does not pass as one")
  func checked() {
    for text in [
      "<urlset/>", "<a xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>", "<urlset",
    ] {
      let document = FeedDocument(
        path: "sitemap.xml", mediaType: "application/xml", bytes: Array(text.utf8),
        lastModified: Sample.date(0))
      #expect(throws: DocumentError.self) { try DocumentCheck().check(document) }
    }
  }
}

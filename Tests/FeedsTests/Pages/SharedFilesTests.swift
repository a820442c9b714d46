import NewsModel
import Testing

@testable import Feeds

@Suite("the files that pages share")
struct SharedFilesTests {
  private static let pages = SitePages(site: SiteDescription(main: SampleSite.feed))
  private static let documents =
    pages.documents(of: SampleSite.feed) + pages.ofSite + SitePages.sharedFiles

  @Test("everything that pages and feeds point to below the site is there")
  func complete() {
    let paths = Set(Self.documents.map(\.path))

    #expect(
      paths == [
        "index.html", "search.json", "feeds.opml", "about/index.html", "robots.txt",
        "assets/style.css",
        "assets/page.js", "assets/icon.svg", "assets/icon.png", "assets/favicon.png",
        "assets/badge.png", "favicon.ico",
      ])
  }

  @Test(
    "the pictures are PNG files of the stated size",
    arguments: [("assets/icon.png", 512), ("assets/favicon.png", 64), ("assets/badge.png", 88)])
  func pictures(path: String, side: Int) throws {
    let bytes = try #require(Self.documents.first { $0.path == path }).bytes

    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // IHDR: width and height, four bytes each, most significant first.
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    #expect((width, height) == (side, side))
  }

  @Test("the style sheet has a rule for each filter that pages can have")
  func filters() {
    for number in 0..<StoryFilters.limit {
      #expect(StyleSheet.text.contains("body:has(#s\(number):checked) #list li:not(.s\(number))"))
      #expect(StyleSheet.text.contains("body:has(#t\(number):checked) #list li:not(.t\(number))"))
    }
  }

  @Test("the search index has every story with what the front page says of it")
  func search() throws {
    let index = try JSONValue(SearchIndex.document(of: SampleSite.feed))

    #expect(index.elements.count == SampleSite.entries.count)
    #expect(index[0]?["page"]?.string == "stories/warehouse-7d3a/index.html")
    #expect(index[0]?["day"]?.string == "20 November 2026")
    #expect(index[0]?["sources"]?.elements.count == 5)
  }
}

import NewsModel
import Testing

@testable import Feeds

@Suite("A story of many sources")
struct LongStoryTests {
  private func content(_ entry: Entry) -> String {
    String(
      decoding: EntryContent(entry, extent: .full, language: "en").html.bytes, as: UTF8.self)
  }

  private func count(_ text: String, in html: String) -> Int {
    html.ranges(of: text).count
  }

  @Test("the first sources are in view, the others folded away, and none is left out")
  func folded() throws {
    let html = content(LongStory.entry(sources: 33))

    #expect(count("<b>Outlet ", in: html) == 66)
    #expect(count("<blockquote", in: html) == 32)
    #expect(html.contains("<summary>21 more</summary>"))
    #expect(html.contains("<ol start=\"13\">"))
    let fold = try #require(html.firstRange(of: "<details>"))
    #expect(count("<b>Outlet ", in: String(html[..<fold.lowerBound])) == FoldedRows.shown)
    #expect(count("<details>", in: html) == count("</details>", in: html))
  }

  @Test("a story of few sources folds nothing", arguments: [1, 2, 7, 8])
  func short(count: Int) {
    #expect(!content(LongStory.entry(sources: count)).contains("<details>"))
  }

  @Test("a fold hides three rows or more")
  func fewRows() {
    #expect(!content(LongStory.entry(sources: 14)).contains("<ul>\n<li><b>Outlet 12"))
    #expect(content(LongStory.entry(sources: 15)).contains("<summary>3 more</summary>"))
  }

  @Test("many figures are folded too")
  func figures() {
    let html = content(LongStory.entry(sources: 8, figures: 7))

    #expect(count("<table>", in: html) == 7)
    #expect(html.contains("<summary>4 more</summary>"))
  }

  @Test("the number of sources is of those that bring something of their own")
  func sources() {
    let html = content(LongStory.entry(sources: 7))

    #expect(html.contains("<h3>5 sources, 2 repeats</h3>"))
    #expect(content(LongStory.entry(sources: 1)).contains("<h3>One source</h3>"))
  }

  @Test(
    "an entry's content has a bound, however long its text and lists are, and says where the rest is"
  )
  func bytes() {
    var entry = LongStory.entry(sources: 900, titleLength: 400, figures: 8)
    entry.paragraphs = Array(
      repeating: String(repeating: "Flames & smoke. ", count: 60), count: 900)
    let plain = content(entry)
    entry.html = "<p>" + String(repeating: "Flames &amp; smoke. ", count: 60_000) + "</p>"
    let markup = content(entry)

    for html in [plain, markup] {
      #expect(html.utf8.count <= 384 << 10)
      #expect(html.contains("Read it at Outlet 0"))
      #expect(html.contains("<a href=\"https://news.example/stories/pier-1/\">"))
    }
  }

  @Test("a feed lists two hundred sources and those that it quotes, and says how many there are")
  func listed() throws {
    var entry = LongStory.entry(sources: 8000)
    for place in entry.coverage.indices where place != 7000 { entry.coverage[place].additions = [] }
    var feed = Sample.feed([entry])
    feed.updated = entry.updated

    for format in FeedFormats.all {
      let document = format.document(of: feed)
      #expect(document.bytes.count < 512 << 10, "\(document.path): \(document.bytes.count)")
      #expect(document.text.contains("outlet7000.example"), "\(document.path)")
      #expect(!document.text.contains("outlet7001.example"), "\(document.path)")
    }
    let item = try #require(try JSONValue.feed(feed)["items"]?[0]?["_newsfold"])
    #expect(item["article_count"] == .number(8000))
    #expect(item["sources"]?.elements.count == 201)
  }

  @Test("the page of a story lists every source, folded away")
  func page() {
    let page = StoryPage(site: SiteDescription(main: Sample.feed([]), further: []))
      .document(of: LongStory.entry(sources: 900)).text

    #expect(count("https://outlet899.example/pier", in: page) >= 1)
    #expect(count("<details>", in: page) == count("</details>", in: page))
  }
}

import Feeds
import NewsModel
import Testing

@Suite("MovedPage and GonePage")
struct RetiredPagesTests {
  private static let site = SiteDescription(main: SampleSite.feed)

  @Test("the page of a merged story leads to the survivor by canonical link, refresh and link")
  func moved() {
    let document = MovedPage(site: Self.site).document(of: SampleSite.merged)

    #expect(document.path == "stories/pier-fire-1b2c/index.html")
    #expect(
      document.text.contains(
        "<link rel=\"canonical\" href=\"https://news.example/stories/warehouse-7d3a/\">"))
    #expect(
      document.text.contains(
        "<meta http-equiv=\"refresh\" content=\"0; url=../../stories/warehouse-7d3a/\">"))
    #expect(document.text.contains("<a href=\"../../stories/warehouse-7d3a/\" dir=\"auto\">"))
    #expect(document.text.contains("noindex"))
  }

  @Test("the page of a withdrawn story says so and when")
  func gone() {
    let document = GonePage(site: Self.site).document(of: SampleSite.withdrawn)

    #expect(document.text.contains("<h1>This story was withdrawn</h1>"))
    #expect(document.text.contains("<s dir=\"auto\">Comet seen over Harlow at noon</s>"))
    #expect(document.text.contains("2026-11-20T14:20:00Z"))
  }
}

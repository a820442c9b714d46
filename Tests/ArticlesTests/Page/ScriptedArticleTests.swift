import NewsModel
import Testing

@testable import Articles

@Suite("Pages whose scripts have their text")
struct ScriptedArticleTests {
  private static let blocks =
    "["
    + PageSample.all.map { "{\"type\": \"text\", \"content\": \"\($0)\"}" }.joined(separator: ", ")
    + "]"
  private static let escaped =
    "{\"report\": {\"title\": \"x\", \"body\": \(blocks)}}".replacing("\\", with: "\\\\")
    .replacing("\"", with: "\\\"")

  @Test(
    "what frameworks leave",
    arguments: [
      "<script>window.Fusion=window.Fusion||{};Fusion.globalContent={\"content_elements\": \(blocks)};Fusion.path=\"/\";</script>",
      "<script>window.__STATE__ = JSON.parse(\"\(escaped)\");</script>",
      "<script>var a = { b: 1 };\nwindow.__PRELOADED_STATE__ = {\"report\": {\"body\": \(blocks)}};</script>",
      "<script type=\"application/json\" id=\"__NUXT_DATA__\">[{\"report\": 1}, {\"title\": 2, \"body\": 3}, \"x\", \"<p>\(PageSample.all.joined(separator: "</p><p>"))</p>\"]</script>",
      "<script type=\"application/ld+json\">{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;articleBody&quot;: &quot;\(PageSample.all.joined(separator: "\\n"))&quot;}</script>",
    ])
  func scripts(script: String) throws {
    let html = PageSample.page(
      head: "<meta property=\"og:description\" content=\"A lighthouse.\">",
      "<div id=root></div>" + script)
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test("a shadow tree that the page was saved with")
  func shadow() throws {
    let html = PageSample.page(
      "<story-body><template shadowrootmode=\"open\"><article>\(PageSample.paragraphs)</article></template></story-body>"
    )
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test("a template of the page's own scripts is no text")
  func template() throws {
    let html = PageSample.page(
      "<template><p>\(String(repeating: "No such text is shown to anybody. ", count: 9))</p></template><article>\(PageSample.paragraphs)</article>"
    )
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }
}

import NewsModel
import Testing

/// A report in the frames that sites put around it.
@Suite("MainText")
struct MainTextTests {
  @Test(
    "reads a report whatever its frame is called",
    arguments: [
      "content-with-sidebar", "elementor-widget-container", "modal-open", "paywall", "pagination",
      "post has-comments", "byline-top story", "comments-closed-no", "teaser-wrapper", "widget",
    ])
  func frames(name: String) throws {
    let html = PageSample.page(
      "<div class=\"\(name)\"><script>var a = '\(String(repeating: "x y. ", count: 400))'</script>"
        + "<h1>Lighthouse sold for one crown</h1>\(PageSample.paragraphs)</div>\(PageSample.imprint)"
    )
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test(
    "reads paragraphs however they are made",
    arguments: [
      "<div>\(PageSample.first)<br><br>\(PageSample.second)<br><br>\(PageSample.third)</div>",
      "<div>\(PageSample.first)<br><br>\(PageSample.second)<div>\(PageSample.third)</div></div>",
      "<dl><dd>\(PageSample.first)</dd><dd>\(PageSample.second)</dd><dd>\(PageSample.third)</dd></dl>",
      "<gull-text><gull-p>\(PageSample.first)</gull-p><gull-p>\(PageSample.second)</gull-p><gull-p>\(PageSample.third)</gull-p></gull-text>",
      "<table><tr><td><p>\(PageSample.first)</p><p>\(PageSample.second)</p><p>\(PageSample.third)</p></td></tr></table>",
      "<form id=\"aspnetForm\"><div>\(PageSample.paragraphs)</div></form>",
      "<section><p>\(PageSample.first)</p></section><section><p>\(PageSample.second)</p></section><section><p>\(PageSample.third)</p></section>",
    ])
  func markup(body: String) throws {
    let html = PageSample.page("<div class=\"m\">\(body)</div>\(PageSample.imprint)")
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test("puts a text together that is split into rows with other things between them")
  func rows() throws {
    let rows = PageSample.all.map {
      "<div class=\"row\"><div class=\"col\"><p>\($0)</p></div></div><div class=\"ad-slot\"><p>Buy a boat of us, they float for years.</p></div>"
    }
    let html = PageSample.page("<main>\(rows.joined())</main>")
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test("takes the standfirst between headline and text")
  func standfirst() throws {
    let html = PageSample.page(
      "<div class=\"top\"><h1>Lighthouse sold for one crown</h1><p class=\"intro\">\(PageSample.first)</p>"
        + "<div class=\"date\">Monday, 9 November 2026, twelve past eleven in the morning</div></div>"
        + "<div class=\"article-body\"><p>\(PageSample.second)</p><p>\(PageSample.third)</p></div>")
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test(
    "leaves out what asks for something, whatever its class",
    arguments: [
      "<p>We and our 90 partners store and read data on your device, with your consent, for the purposes that you find below.</p>",
      "<p>Get the Gull in your inbox every morning, free of charge. By signing up you agree to our terms of use.</p>",
      "<p>This report is for subscribers. Choose a plan, read on at once, and cancel at any time.</p>",
    ])
  func pleas(plea: String) throws {
    let body =
      "<div class=\"q\"><p>\(PageSample.first)</p><div class=\"z\">\(plea)</div>"
      + "<p>\(PageSample.second)</p><p>\(PageSample.third)</p></div>"
    #expect(try PageSample.article(PageSample.page(body)).paragraphs == PageSample.all)
  }

  @Test("keeps a report about cookies, inboxes and subscribers")
  func reportOfPleas() throws {
    let texts = [
      "The court of Sandvik ruled on Friday that a baker may call his biscuits cookies, as the guild of confectioners had feared.",
      "The paper lost a tenth of its subscribers in the year of the strike, the owner told the guild, and won them back in spring.",
      "Everybody has an inbox, said the judge, and nobody reads what is in there on a Friday afternoon in November.",
    ]
    let body = "<div>" + texts.map { "<p>\($0)</p>" }.joined() + "</div>"
    #expect(try PageSample.article(PageSample.page(body)).paragraphs == texts)
  }

  @Test("leaves out comments that are longer than the report")
  func comments() throws {
    let comment =
      "<p>I have known that tower for sixty years, and my father painted it twice, in the years when paint was paint and stairs were stairs.</p>"
    let html = PageSample.page(
      "<article>\(PageSample.paragraphs)<div class=\"comments\">\(String(repeating: comment, count: 9))</div></article>"
    )
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }

  @Test("leaves out other reports below, in the article or beside it")
  func others() throws {
    let other =
      "<div class=\"c9\"><h3><a href=\"/eels\">Eels return</a></h3><p>Eels were seen in the brook for the first time in ten years.</p></div>"
    let inside = PageSample.page(
      "<article>\(PageSample.paragraphs)<h3>Related</h3>\(other)</article>")
    #expect(try PageSample.article(inside).paragraphs == PageSample.all)
    let nested = PageSample.page(
      "<article>\(PageSample.paragraphs)<article>\(other)</article><article>\(other)</article></article>"
    )
    #expect(try PageSample.article(nested).paragraphs == PageSample.all)
  }

  @Test("keeps captions out of the text and beside their pictures")
  func captions() throws {
    let html = PageSample.page(
      "<article><p>\(PageSample.first)</p><figure><img src=\"https://gull.example/a.jpg\"><figcaption><p>The tower in 1954</p></figcaption></figure>"
        + "<div class=\"pic\"><img src=\"https://gull.example/b.jpg\"><span>The stairs today</span></div>"
        + "<p>\(PageSample.second)</p><p>\(PageSample.third)</p></article>")
    let article = try PageSample.article(html)
    #expect(article.paragraphs == PageSample.all)
    #expect(article.html?.contains("The tower in 1954") == true)
    #expect(
      article.pictures.map(\.url) == ["https://gull.example/a.jpg", "https://gull.example/b.jpg"])
  }

  @Test("takes the text from the page's data if it stands nowhere else")
  func data() throws {
    let text = PageSample.all.map { "\"\($0)\"" }.joined(separator: ", ")
    let next = PageSample.page(
      "<div id=\"__next\"></div><script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\": {\"story\": {\"body\": [\(text)]}}}</script>"
    )
    #expect(try PageSample.article(next).paragraphs == PageSample.all)
    let linked = PageSample.page(
      head:
        "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(PageSample.all.joined(separator: "\\n\\n"))\"}</script>",
      "<p>Turn scripts on.</p>")
    #expect(try PageSample.article(linked).paragraphs == PageSample.all)
  }

  @Test("reads a page whose every name is bad")
  func lenient() throws {
    let html = PageSample.page(
      "<div class=\"sidebar\"><div class=\"cookie\">\(PageSample.paragraphs)</div></div>")
    #expect(try PageSample.article(html).paragraphs == PageSample.all)
  }
}

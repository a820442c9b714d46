import Foundation
import NewsModel
import Testing

@testable import Articles

/// Headlines, dates, authors and addresses of pages.
@Suite("PageTitle, PageDates, PageAuthors, PageProvenance")
struct PageMetadataTests {
  @Test(
    "takes the heading that the head agrees with",
    arguments: [
      (
        "<meta property=\"og:title\" content=\"The keeper’s tale – and its end | The Gull\">",
        "<h1>The keeper’s tale – and its end</h1>", "The keeper’s tale – and its end"
      ),
      (
        "<meta property=\"og:title\" content=\"Gull - Islands - Ferry late again today\">",
        "<h1>The Gull</h1><h2>Ferry late again today</h2>", "Ferry late again today"
      ),
      (
        "<meta property=\"og:title\" content=\"Ferry &amp;amp; quay: &amp;quot;late&amp;quot;\">",
        "<h1>Ships</h1>", "Ferry & quay: \"late\""
      ),
      (
        "<meta property=\"og:title\" content=\"Sandvik: the tower and all its stairs, told by keepers\">",
        "<h2>Sandvik</h2>", "Sandvik: the tower and all its stairs, told by keepers"
      ),
    ])
  func titles(head: String, headings: String, title: String) throws {
    let html = PageSample.page(head: head, "<article>\(headings)\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(html).title == title)
  }

  @Test(
    "takes an outlet's name off either end and a trail of sections off the end, and leaves a writer's dashes",
    arguments: [
      ("The Gull - Ferry late again today", "Ferry late again today"),
      ("The Gull – Ferry late again today", "Ferry late again today"),
      ("The Gull | Ferry late again today", "Ferry late again today"),
      ("Ferry late again today » The Gull", "Ferry late again today"),
      ("Ferry late again today • The Gull", "Ferry late again today"),
      (
        "Ferry late again today at noon - Islands - Sandvik - Pier Post",
        "Ferry late again today at noon"
      ),
      ("Ferry late again today at noon - Islands - Pier Post", "Ferry late again today at noon"),
      ("The ferry - late again - is on its way", "The ferry - late again - is on its way"),
      (
        "Two ferries late - Sandvik - Holm - Tofte and Lund tie",
        "Two ferries late - Sandvik - Holm - Tofte and Lund tie"
      ),
      ("Gull watch - what to see in June", "Gull watch - what to see in June"),
      ("Ida Holm – The keeper who stayed", "Ida Holm – The keeper who stayed"),
    ])
  func siteNames(stated: String, title: String) throws {
    let html = PageSample.page(
      head: "<meta property=\"og:site_name\" content=\"The Gull\">",
      "<article><h1>\(stated)</h1>\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(html).title == title)
  }

  @Test(
    "trusts dates in order",
    arguments: [
      // A masthead's today, then the article's own.
      (
        "<header><time>Sunday 29 November 2026</time></header>",
        "<p class=\"d\"><time datetime=\"2026-11-20T09:05\">20.11.</time></p>", "2026-11-20",
        DateOrigin.stated
      ),
      (
        "", "<span itemprop=\"datePublished\" content=\"2026-11-20T09:05:00Z\">a week ago</span>",
        "2026-11-20", .stated
      ),
      (
        "", "<div class=\"entry-meta\">Posted on 20 November 2026 by the desk</div>", "2026-11-20",
        .statedDay
      ),
      ("", "<p>Published: Nov. 20, 2026 9:05 am</p>", "2026-11-20", .stated),
      (
        "<link rel=\"canonical\" href=\"https://gull.example/2026/11/20/tower\">", "", "2026-11-20",
        .url
      ),
      (
        "<meta property=\"article:modified_time\" content=\"2026-11-20T09:05:00Z\">", "",
        "2026-11-20", .statedDay
      ),
      (
        "<link rel=\"canonical\" href=\"https://gull.example/2026/11/tower\">", "", "2026-11-01",
        .month
      ),
      (
        "<link rel=\"canonical\" href=\"https://gull.example/news/20-11-2026\">", "", "2026-11-20",
        .url
      ),
      (
        "",
        "<div class=\"footer\"><p><time itemprop=\"datePublished\" datetime=\"2026-11-20\">20.11.</time></p></div>",
        "2026-11-20", .statedDay
      ),
      (
        "",
        "<div id=\"sidebar\"><time datetime=\"2026-11-20T09:05:00Z\">20.11.</time></div>",
        "2026-11-20",
        .stated
      ),
      (
        "", "<span property=\"schema:dateCreated\" content=\"2026-11-20T12:45:46+00:00\"></span>",
        "2026-11-20", .stated
      ),
      ("", "<p class=\"upload-date\">20.11.26</p>", "2026-11-20", .statedDay),
      ("", "<p class=\"release\">Release 20.11.26.1</p>", "2023-11-14", .file),
      (
        "",
        "<p>20 November 2026 – The keepers met at noon and voted for white paint, after a debate of two hours.</p>",
        "2026-11-20", .statedDay
      ),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"datePublished\":\"2026-11-20T08:00:00Z\"}</script>",
        "", "2026-11-20", .statedDay
      ),
    ])
  func dates(head: String, byline: String, day: String, origin: DateOrigin) throws {
    let inHead = head.hasPrefix("<header>") ? "" : head
    let inBody = head.hasPrefix("<header>") ? head : ""
    let html = PageSample.page(
      head: inHead,
      "\(inBody)<article><h1>Lighthouse sold for one crown</h1>\(byline)\(PageSample.paragraphs)</article>"
        + "<div class=\"comments\"><time datetime=\"2026-12-01T10:00:00Z\">1 December</time></div>")
    let article = try PageSample.article(html)
    #expect(Timestamp.rfc3339(article.published).hasPrefix(day))
    #expect(article.dateOrigin == origin)
  }

  @Test("reads the day of a file's name, and the file's time last")
  func fileName() throws {
    let html = PageSample.page("<article>\(PageSample.paragraphs)</article>")
    let named = try PageSample.article(html, path: "gull/2026-11-20-tower.html")
    #expect(Timestamp.rfc3339(named.published).hasPrefix("2026-11-20"))
    #expect(named.dateOrigin == .url)
    #expect(try PageSample.article(html).dateOrigin == .file)
  }

  @Test(
    "names authors, and never an address of mail",
    arguments: [
      (
        "<span itemprop=\"author\" itemscope><span itemprop=\"name\">Ida Holm</span></span>",
        ["Ida Holm"]
      ),
      ("<a rel=\"author\" href=\"/ida\">Ida Holm</a>", ["Ida Holm"]),
      (
        "<div class=\"byline\">By Ida Holm and Per Lund, Harbour correspondent</div>",
        ["Ida Holm", "Per Lund"]
      ),
      ("<p class=\"author\">Ida Holm &lt;ida@gull.example&gt;</p>", ["Ida Holm"]),
      ("<p>By Ida Holm | Nov. 20, 2026 9:05 am</p>", ["Ida Holm"]),
      ("<p class=\"author\">desk@gull.example</p>", []),
    ])
  func authors(byline: String, names: [String]) throws {
    let html = PageSample.page(
      "<article><h1>Lighthouse sold for one crown</h1>\(byline)\(PageSample.paragraphs)</article>")
    let article = try PageSample.article(html)
    #expect(article.authors.map(\.name) == names)
    #expect(article.authors.allSatisfy { $0.email == nil })
    #expect(article.paragraphs == PageSample.all)
  }

  @Test(
    "takes marks and dashes off a name and leaves what belongs to it",
    arguments: [
      ("View all posts by Ida Holm", ["Ida Holm"]), ("Erstellt von Ida Holm –", ["Ida Holm"]),
      ("The Gull | von Ida Holm", ["The Gull", "Ida Holm"]), ("Von Ida Holm", ["Ida Holm"]),
      ("Holm; Di Stefano", ["Holm", "Di Stefano"]), ("by harbourhen", ["harbourhen"]),
      ("by our science desk", []), ("O'Neil & Sons <desk@gull.example>", ["O'Neil & Sons"]),
      ("Ida Holm & Bo Di Stefano", ["Ida Holm", "Bo Di Stefano"]), ("A & B & C", ["A & B & C"]),
      ("Ida Holm, Bo Berg & Lee Ray", ["Ida Holm", "Bo Berg", "Lee Ray"]), (" & ", []),
      ("Ursula von Holm", ["Ursula von Holm"]),
    ])
  func marks(stated: String, names: [String]) {
    #expect(Byline.people(stated).map(\.name) == names)
  }

  @Test(
    "takes a name from the page where the head names the site, an account or nobody",
    arguments: ["The Gull", "gull.net", "admin", "Redaktion", "No Author"])
  func nobody(stated: String) throws {
    let head =
      "<meta property=\"og:site_name\" content=\"The Gull\"><meta name=\"author\" content=\"\(stated)\">"
    let body = "<h1>Lighthouse sold for one crown</h1>"
    let named = PageSample.page(
      head: head,
      "<article>\(body)<p class=\"byline\">By Ida Holm</p>\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(named).authors.map(\.name) == ["Ida Holm"])
    let unnamed = PageSample.page(head: head, "<article>\(body)\(PageSample.paragraphs)</article>")
    let isSite = ["The Gull", "gull.net"].contains(stated)
    #expect(try PageSample.article(unnamed).authors.map(\.name) == (isSite ? [stated] : []))
  }

  @Test("reads a page in which a few NUL bytes stand, and no binary data")
  func damagedBytes() throws {
    let html = PageSample.page("<article>\(PageSample.paragraphs)</article>")
    let long = html + String(repeating: "<!-- a template's note -->", count: 100)
    #expect(
      try PageSample.article(long.replacing("sold on", with: "so\0ld on")).paragraphs
        == PageSample.all)
    #expect(throws: ArticleError.self) { try PageSample.article("a\0b\0c") }
  }

  @Test("reads JSON-LD that is nearly JSON, and names in parts")
  func brokenData() throws {
    let comma = PageSample.page(
      head:
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-20T08:00:00Z\",\"author\":{\"givenName\":\"Ida\",\"familyName\":\"Holm\",},}</script>",
      "<article>\(PageSample.paragraphs)</article>")
    let quote = PageSample.page(
      head:
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"He said \"no\"\",\"datePublished\":\"2026-11-20T08:00:00Z\",\"author\":{\"name\":\"Ida Holm\"}}</script>",
      "<article>\(PageSample.paragraphs)</article>")
    for html in [comma, quote] {
      let article = try PageSample.article(html)
      #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:00:00Z")
      #expect(article.authors.map(\.name) == ["Ida Holm"])
    }
  }

  @Test("takes of several articles in JSON-LD the page's own")
  func severalArticles() throws {
    let other =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Eels return\",\"datePublished\":\"2026-01-01T00:00:00Z\",\"url\":\"https://gull.example/eels\"}</script>"
    let own =
      "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Lighthouse sold for one crown\",\"datePublished\":\"2026-11-20T08:00:00Z\",\"url\":\"https://gull.example/tower\"}</script>"
    let canonical = "<link rel=\"canonical\" href=\"https://gull.example/tower\">"
    for head in [other + own + canonical, other + own] {
      let article = try PageSample.article(
        PageSample.page(
          head: head,
          "<article><h1>Lighthouse sold for one crown</h1>\(PageSample.paragraphs)</article>"))
      #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:00:00Z")
    }
  }

  @Test("reads the address that saving programs and archives leave")
  func provenance() throws {
    let body = "<article><h1>Lighthouse sold for one crown</h1>\(PageSample.paragraphs)</article>"
    let file =
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://gull.example/tower \n saved date: Fri Nov 20 2026 10:13:40 GMT+0100 (CET)\n-->"
      + body
    let single = try PageSample.article(file)
    #expect(single.url == "https://gull.example/tower")
    #expect(Timestamp.rfc3339(single.published).hasPrefix("2026-11-20"))
    let saved =
      "<!DOCTYPE html>\n<!-- saved from url=(0026)https://gull.example/tower -->\n<html>" + body
    #expect(try PageSample.article(saved).url == "https://gull.example/tower")
    let archived = PageSample.page(
      head:
        "<link rel=\"canonical\" href=\"https://web.archive.org/web/20261120101340/https://gull.example/tower\">",
      body)
    #expect(try PageSample.article(archived).url == "https://gull.example/tower")
    let front = PageSample.page(
      head: "<meta property=\"og:url\" content=\"https://gull.example/\">", body)
    #expect(try PageSample.article(front).url == nil)
  }

  @Test("keeps tags of a list whole and splits those of a text")
  func tags() throws {
    let list = PageSample.page(
      head:
        "<meta property=\"article:tag\" content=\"Holm, Ida\"><meta property=\"article:tag\" content=\"Arts &amp;amp; Culture\">",
      "<article>\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(list).tags == ["Holm, Ida", "Arts & Culture"])
    let text = PageSample.page(
      head: "<meta name=\"keywords\" content=\"towers, arts &amp;amp; culture, islands\">",
      "<article>\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(text).tags == ["towers", "arts & culture", "islands"])
  }

  @Test(
    "the address that a program left when it saved the page",
    arguments: [
      "<!-- Saved from https://g.example/b at 2026-11-20T08:05:00Z using monolith v2.8.1 --><!DOCTYPE html><html>",
      "<!DOCTYPE html><html>\n<!-- Mirrored from g.example/b by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 20 Nov 2026 08:05:00 GMT -->",
      "<!DOCTYPE html><html data-scrapbook-source=\"https://g.example/b\" data-scrapbook-create=\"20261120080500000\">",
    ])
  func saved(start: String) throws {
    let html =
      start + "<head><title>Bell recast</title></head><body>\(PageSample.paragraphs)</body></html>"
    let url = try PageSample.article(html).url
    #expect(url == "https://g.example/b" || url == "http://g.example/b")
  }

  @Test(
    "the address that readers share",
    arguments: [
      "<link rel=canonical href=https://archive.ph/2026.11.20-080500/https://g.example/b>",
      "<link rel=canonical href=https://g.example/b><meta property=og:url content=https://g.example/amp/b>",
    ])
  func shared(head: String) throws {
    #expect(
      try PageSample.article(
        PageSample.page(head: head, "<article>\(PageSample.paragraphs)</article>")
      ).url
        == "https://g.example/b")
  }

  @Test("metadata that call the page by the site's name do not name the report")
  func siteForTitle() throws {
    let html = PageSample.page(
      head: "<meta property=\"og:title\" content=\"The Gull\">",
      "<article><h1>Lighthouse sold for one crown</h1>\(PageSample.paragraphs)</article>")
    #expect(try PageSample.article(html).title == "Lighthouse sold for one crown")
  }

  @Test("accounts and initials in agencies' bylines are nobody's names")
  func accounts() {
    for account in ["lindgaard.tove", "gr/bp", "tove_l"] {
      #expect(Byline.agencyPeople(account).isEmpty)
    }
    #expect(Byline.people("Ein Bericht von Tove Lindgaard").map(\.name) == ["Tove Lindgaard"])
    #expect(Byline.agencyPeople("fakta.no").map(\.name) == ["fakta.no"])
  }
}

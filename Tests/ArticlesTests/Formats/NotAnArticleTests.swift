import NewsModel
import Testing

@testable import Articles

@Suite("What is not an article")
struct NotAnArticleTests {
  @Test(
    "told by its name",
    arguments: [
      "robots.txt", "a/README.md", "README", "LICENSE", "package.json", "app.webmanifest",
      "manifest.webmanifest.json", "_index.md", "requirements.txt",
    ])
  func names(path: String) throws {
    let error = #expect(throws: ArticleError.self) {
      try read(path, "A title\n\nAnd a text that would be read as an article under another name.\n")
    }
    guard case .noArticle? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "kept back by its author, with the field; what it was before is to go",
    arguments: [
      "draft: true", "published: false", "published: no", "status: draft", "date: 2026-11-24",
      "date: 2026-11-22T10:05:00Z", "publishDate: 2027-01-01",
    ])
  func keptBack(field: String) throws {
    for text in [
      "---\ntitle: Bell recast\n\(field)\n---\nIt was recast.\n",
      "---\n\(field)\ntitle: 'Bell'\n---\nx",
    ] {
      let read = try read("a.md", text)

      #expect(read.articles.isEmpty)
      #expect(read.failures.count == 1 && read.failures.allSatisfy(\.isKeptBack))
      let key = field.prefix { $0 != ":" }
      #expect(
        read.failures.first?.description.contains("its author keeps it back: \(key): ") == true)
    }
  }

  @Test(
    "not kept back",
    arguments: [
      "draft: false", "published: true", "published: 2026-11-20", "date: 2026-11-22",
      "status: published",
      // No time zone: it may be past where the author is.
      "date: 2026-11-22 20:00",
    ])
  func published(field: String) throws {
    #expect(
      try read("a.md", "---\ntitle: Bell recast\n\(field)\n---\nIt was recast.\n").articles.count
        == 1)
  }

  @Test(
    "JSON that is something else names its keys",
    arguments: [
      "{\"name\": \"scraper\", \"version\": \"1.0\", \"description\": \"Fetches reports\"}",
      "{\"last_run\": \"2026-11-20T09:05:00Z\", \"seen\": [\"a\", \"b\"]}",
      "{\"title\": \"Settings\", \"port\": 8080}",
    ])
  func otherJSON(text: String) throws {
    let key = try #require(text.split(separator: "\"").dropFirst().first)

    #expect(reason("state.json", text).contains("the JSON has the keys `\(key)`"))
  }

  private static let notice =
    "<p>We are sorry, the page that you were looking for does not exist any more. Try the search.</p>"

  @Test(
    "pages that crawlers save in an article's place",
    arguments: [
      "<title>Page not found - Gazette</title></head><body><h1>Page not found</h1>\(notice)",
      "<title>Gazette</title></head><body><h1>Error 404</h1>\(notice)",
      "<title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to continue</p>",
      "<title>Gazette</title></head><body><div id=\"root\"></div><script>start()</script>",
      "<title>Gazette</title></head><body>"
        + (1...6).map {
          "<h2><a href=\"/\($0)\">Report \($0) of today</a></h2><p>What report \($0) is about, in a line or two.</p>"
        }.joined(),
    ])
  func pages(page: String) {
    let text = "<!DOCTYPE html><html lang=\"en\"><head>\(page)</body></html>"

    #expect(reason("site/page.html", text).contains("it is no article but a "))
  }

  @Test("a report about such a page is one")
  func reportOfNotice() throws {
    let page = """
      <!DOCTYPE html><html lang="en"><head><title>Page not found: how Marram lost its own web site</title>
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Page not found: how Marram lost its own web site"}</script>
      </head><body><article><h1>Page not found: how Marram lost its own web site</h1><p>For nine days the town could not be reached.</p>
      <p>The board said on Friday that a bill had not been paid.</p></article></body></html>
      """

    #expect(try read("a.html", page).articles.count == 1)
  }

  @Test("drafts among the members of a list lose only themselves")
  func members() throws {
    let read = try read(
      "a.json",
      "[{\"title\": \"A\", \"text\": \"x\", \"draft\": true}, {\"title\": \"B\", \"text\": \"It is.\"}, {\"a\": 1}, null]"
    )

    #expect(read.plain.map(\.title) == ["B"])
    #expect(read.failures.count == 3)
  }

  @Test(
    "notices in the words of other sites",
    arguments: [
      "Erreur 404", "Fehler 404 – Seite nicht gefunden", "429 Too Many Requests",
      "Oops! That page can’t be found.",
      "We’ll be back soon!", "Log in", "gazette.example is for sale",
      "Maintenance",
    ])
  func notices(title: String) {
    let page =
      "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1>\(Self.notice)</body></html>"

    #expect(reason("a.html", page).contains("it is no article but a notice"))
  }

  @Test("a report whose headline has such a word is one")
  func reports() throws {
    for title in [
      "Maintenance of the swing bridge begins", "Login data of 4,000 keepers stolen",
      "Route 404 is shut",
    ] {
      let page =
        "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1>\(Self.notice)</body></html>"
      #expect(try read("a.html", page).plain.map(\.title) == [title])
    }
  }

  @Test("the page of a section is none, a report with as many others below it is one")
  func sections() throws {
    let teasers = (1...9).map {
      "<h2><a href=\"/\($0)\">Report \($0) of today</a></h2><p>What it is about, in a line.</p>"
    }
    .joined()
    func page(_ text: String) -> String {
      "<!DOCTYPE html><html lang=\"en\"><head><title>Ports | Gazette</title></head><body><h1>Ports</h1>\(text)\(teasers)</body></html>"
    }
    #expect(reason("a.html", page("")).contains("a page of many headlines"))
    let text = String(
      repeating: "<p>The harbour board met on Friday, and the bridge was what it spoke of.</p>",
      count: 6)
    #expect(try read("a.html", page(text)).articles.count == 1)
  }

  @Test(
    "logs and lists of bookmarks, whatever their names",
    arguments: [
      "2026-11-20 08:05:00 INFO start\n2026-11-20 08:05:01 ERROR no such page\n2026-11-20 08:05:02 INFO end\n",
      "[2026-11-20T08:05:00] start\n[2026-11-20T08:05:01] went\n[2026-11-20T08:05:02] end\n",
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p><DT><A HREF=\"https://g.example/b\">Bell recast</A></DL>",
    ])
  func logs(text: String) {
    for path in ["a", "a.txt", "a.html"] {
      #expect(reason(path, text).contains("it is a l"), "\(path)")
    }
  }
}

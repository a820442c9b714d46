import NewsModel
import Testing

@testable import Articles

@Suite("Tables, front matter and light markup")
struct TextFormatTests {
  @Test(
    "a table, parted by what its first line has most of",
    arguments: [
      (
        "a.csv",
        "title,date,author,text\r\n\"Bell, recast\",2026-11-20,Tove Lindgaard,\"It was\n\n\"\"recast\"\".\"\r\n"
      ),
      (
        "a.csv",
        "title;date;author;text\n\"Bell, recast\";2026-11-20;Tove Lindgaard;It was \"recast\".\n"
      ),
      (
        "a.tsv",
        "title\tdate\tauthor\ttext\nBell, recast\t2026-11-20\tTove Lindgaard\tIt was \"recast\".\n"
      ),
    ])
  func table(file: (name: String, text: String)) throws {
    let read = try read(file.name, file.text)
    let article = try #require(read.plain.first)

    #expect(article.title == "Bell, recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.paragraphs.joined(separator: " ") == "It was \"recast\".")
    #expect(read.articles.map(\.member) == [2])
  }

  @Test("a table without a title or a text names the columns that it has")
  func noColumns() {
    #expect(
      reason("a.csv", "price,count\n1,2\n").contains(
        "the first row names the columns `price`, `count`"))
  }

  @Test(
    "front matter in any form",
    arguments: [
      "---\ntitle: \"Bell: recast\"\ndate: 2026-11-20\ntags: [a, \"b, c\"]\n---\n",
      "---\ntitle: Bell: recast\ndate: 2026-11-20\ntags:\n  - a\n  - b, c\n---\n",
      "+++\ntitle = \"Bell: recast\" # so\ndate = 2026-11-20\n[taxonomies]\ntags = [\"a\",\n  \"b, c\",]\n+++\n",
      "{\n \"title\": \"Bell: recast\",\n \"date\": \"2026-11-20\", \"tags\": [\"a\", \"b, c\"]\n}\n\n",
      "title: Bell: recast\nDate: 2026-11-20\ntags: a; b, c\n\n",
    ])
  func frontMatter(head: String) throws {
    let article = try #require(try read("a.md", head + "It was *recast*.\n").plain.first)

    #expect(article.title == "Bell: recast")
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T00:00:00Z")
    #expect(article.tags == ["a", "b, c"])
    #expect(article.paragraphs == ["It was recast."])
  }

  @Test("TOML: strings of every kind, and what is wrong by line")
  func toml() throws {
    let fields = try TOMLFields.read(
      "a = 'its'\nb = \"\\u00e9\\n\"\nc = \"\"\"\nx\ny\"\"\"\nd.e = true\nf = { g = 1, h = [1, 2] }",
      path: "a.md")
    #expect(fields["b"] == .string("é\n"))
    #expect(fields["c"] == .string("x\ny"))
    #expect(fields["d.e"] == .bool(true))
    #expect(fields["f"]?["h"] == .array([.string("1"), .string("2")]))
    let error = #expect(throws: ArticleError.self) {
      try TOMLFields.read("\na = 1\nb\n", path: "a.md")
    }
    #expect(error?.line == 3)
    #expect(error?.problem == .malformedFrontMatter("= is due"))
  }

  @Test("reStructuredText")
  func restructuredText() throws {
    let text = """
      ===========
      Bell recast
      ===========

      :date: 2026-11-20
      :author: Tove Lindgaard

      .. image:: b.jpg
         :alt: A bell

      It was **recast**, says the `board <https://b.example/>`_, in snake_case.

      Cost
      ----

      - Nine crowns
      """
    let article = try #require(try read("a.rst", text).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(
      article.paragraphs == [
        "It was recast, says the board, in snake_case.", "Cost", "Nine crowns",
      ])
  }

  @Test("AsciiDoc")
  func asciiDoc() throws {
    let text = """
      = Bell recast
      Tove Lindgaard <tove@g.example>; Bo Berg
      v1.0, 2026-11-20
      :lang: en

      // a comment
      [.lead]
      It was *recast*, says the https://b.example/[board].

      == Cost

      ----
      Nine crowns.
      ----
      """
    let article = try #require(try read("a.adoc", text).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard", "Bo Berg"])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T00:00:00Z")
    #expect(article.paragraphs == ["It was recast, says the board.", "Cost", "Nine crowns."])
  }

  @Test("Org")
  func org() throws {
    let text = """
      #+TITLE: Bell recast
      #+DATE: <2026-11-20 Fri>
      #+AUTHOR: Tove Lindgaard

      # a comment
      It was /quietly/ *recast*, says the [[https://b.example/][board]].
      * Cost
      :PROPERTIES:
      :END:
      Nine crowns.
      """
    let article = try #require(try read("a.org", text).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T00:00:00Z")
    #expect(article.paragraphs.last == "Nine crowns.")
    #expect(article.paragraphs.first?.contains("recast, says the board.") == true)
  }

  @Test("YAML: one article, and a list")
  func yaml() throws {
    #expect(
      try read("a.yaml", "title: Bell recast\ndate: 2026-11-20\ntext: It was recast.\n").plain.map(
        \.title)
        == ["Bell recast"])
    #expect(
      try read(
        "a.yml", "articles:\n- title: Bell recast\n  text: It was.\n- title: Mill\n  text: It is.\n"
      )
      .plain.map(\.title) == ["Bell recast", "Mill"])
    #expect(reason("a.yaml", "host: x\nport: 1\n").contains("`host`, `port`"))
  }

  @Test("LexisNexis: both layouts, several documents")
  func lexisNexis() throws {
    let old = """
                                    1 of 2 DOCUMENTS

                                 Harbour Gazette

                            November 20, 2026 Friday

      Bell recast

      BYLINE: Tove Lindgaard

      SECTION: LOCAL; Pg. 3

      LENGTH: 12 words

      The bell of Marram was recast on Friday.

      It hangs in March.

      LOAD-DATE: November 21, 2026

      LANGUAGE: ENGLISH

                                    2 of 2 DOCUMENTS

                                 Harbour Gazette

                            November 21, 2026 Saturday

      Mill reopens

      LENGTH: 5 words

      The mill grinds again after ninety years.

      LOAD-DATE: November 22, 2026
      """
    let read = try read("export.txt", old)

    #expect(read.plain.map(\.title) == ["Bell recast", "Mill reopens"])
    #expect(read.plain.map(\.outlet) == ["Harbour Gazette", "Harbour Gazette"])
    #expect(read.plain[0].authors.map(\.name) == ["Tove Lindgaard"])
    #expect(
      read.plain[0].paragraphs == [
        "The bell of Marram was recast on Friday.", "It hangs in March.",
      ])
    #expect(
      read.plain.map { Timestamp.rfc3339($0.published).prefix(10) } == ["2026-11-20", "2026-11-21"])

    let new = """
      Bell recast
      Harbour Gazette
      November 20, 2026 Friday

      Copyright 2026 Harbour Gazette All Rights Reserved

      Section: LOCAL; Pg. 3
      Length: 12 words
      Byline: Tove Lindgaard

      Body

      The bell of Marram was recast on Friday.

      Classification

      Language: ENGLISH

      End of Document
      """
    let article = try #require(try ArticlesTests.read("export.txt", new).plain.first)
    #expect(article.title == "Bell recast")
    #expect(article.outlet == "Harbour Gazette")
    #expect(article.paragraphs.first == "The bell of Marram was recast on Friday.")
  }

  @Test(
    "front matter with other marks, and lines that go on",
    arguments: [
      "----\ntitle: Bell recast\ndate: 2026-11-20\n----\n",
      "\n\n---\ntitle: Bell recast\ndate: 2026-11-20\n---\n",
      "---toml\ntitle = \"Bell recast\"\ndate = 2026-11-20\n---\n",
      "---json\n{\"title\": \"Bell recast\", \"date\": \"2026-11-20\"}\n---\n",
      ";;;\n{\"title\": \"Bell recast\", \"date\": \"2026-11-20\"}\n;;;\n",
      "Title: Bell\n  recast\nDate: 2026-11-20\nStatus: published\n\n",
    ])
  func otherFrontMatter(head: String) throws {
    let article = try #require(try read("a.md", head + "It was recast.\n").plain.first)

    #expect(article.title == "Bell recast")
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T00:00:00Z")
    #expect(article.paragraphs == ["It was recast."])
  }

  @Test("an article whose time is over is kept back")
  func expired() throws {
    let read = try read("a.md", "---\ntitle: Bell\nexpiryDate: 2026-11-21\n---\nIt was.\n")
    #expect(read.articles.isEmpty && read.failures.allSatisfy(\.isKeptBack))
  }

  @Test("a text between rules is no front matter")
  func rules() throws {
    let article = try #require(try read("a.md", "----\nBell recast\n----\n\nIt was.\n").plain.first)
    #expect(article.paragraphs.contains("It was."))
  }

  @Test("marks of site generators and of notes are no text")
  func dialects() throws {
    let article = try #require(
      try read(
        "a.md",
        "# Bell recast\n\n{{< figure src=\"b.jpg\" >}}\n\nIt was, in [[places/Marram|Marram]] and [[Hallow]].\n\n![[b.png]]\n\n"
          + "{{% notice %}}Mind it.{{% /notice %}} {% include x.html %}\n\nA [[ b and {{ c }} stay.\n"
      ).plain.first)

    #expect(
      article.paragraphs == [
        "It was, in Marram and Hallow.", "Mind it.", "A [[ b and {{ c }} stay.",
      ])
  }

  @Test("a table of Excel says its separator; names of columns in other languages")
  func excel() throws {
    let read = try read(
      "a.csv",
      "\u{FEFF}sep=|\r\nTitel|Datum|Autor|Inhalt\r\nBell; recast, it is|20.11.2026|Tove Lindgaard|It was.\r\n"
    )
    let article = try #require(read.plain.first)

    #expect(article.title == "Bell; recast, it is")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.paragraphs == ["It was."])
  }

  @Test("YAML: a list of articles")
  func yamlList() throws {
    let read = try read(
      "a.yml",
      "- title: Bell recast\n  date: 2026-11-20\n  text: It was.\n- title: Second\n  text: It is.\n"
    )

    #expect(read.plain.map(\.title) == ["Bell recast", "Second"])
    #expect(
      reason("a.md", "---\n- a\n- b\n---\nIt was.\n").contains("it is no list of `key: value`"))
  }

  @Test("trafilatura's table has no names of columns")
  func trafilaturaTable() throws {
    let row =
      "https://g.example/N\tnull\t24d425119f42e6b\tg.example\tBell recast\tnull\t2026-11-20\t\"It was.\nIt rings.\"\tnull\tnull\tnull\r\n"
    let read = try read("a.csv", row.replacing("N", with: "1") + row.replacing("N", with: "2"))

    #expect(read.plain.map(\.url) == ["https://g.example/1", "https://g.example/2"])
    #expect(read.plain.first?.title == "Bell recast")
    #expect(read.plain.first?.paragraphs == ["It was.", "It rings."])
    #expect(read.plain.first.map { Timestamp.rfc3339($0.published) } == "2026-11-20T00:00:00Z")
  }

  @Test("styles of a document say its author and date")
  func styles() {
    var blocks = OfficeBlocks()
    for (style, text) in [
      ("title", "Bell recast"), ("author", "Tove Lindgaard"), ("date", "2026-11-20"),
      ("x", "It was."),
    ] {
      blocks.append(OfficeBlocks.Kind(style: style) ?? .text, text)
    }
    let draft = blocks.draft()
    #expect(draft.title == "Bell recast")
    #expect(draft.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(draft.published == ["2026-11-20"])
    #expect(draft.paragraphs == ["It was."])
  }
}

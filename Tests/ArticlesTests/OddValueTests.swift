import Articles
import FoundationEssentials
import NewsModel
import Testing

/// Values that are merely odd cost the article at most, and mostly not even that.
@Suite("ArticleReading of odd values")
struct OddValueTests {
  @Test(
    "a headline of nothing to read is no headline: the first sentence is",
    arguments: [
      "", " ", #"\ufffd\ufffd\ufffd\ufffd"#, #"\u00a0\u3000"#, #"\u200b\u200d\ufeff"#,
      #"\ue000\uf8ff"#, #"\ufffe\uffff"#,
      #"\udbff\udfff"#, #"\u0000\u0001"#, #"\u2800\u3164"#, "| - …", #"\u0301"#,
      #"\ud83c\udfff\ufffd<b></b>\ufffd"#,
    ])
  func blankTitles(title: String) throws {
    let article = try read(
      #"{"headline":"\#(title)","articleBody":"The ferry quay closed on Monday. A storm came."}"#)

    #expect(article.title == "The ferry quay closed on Monday.")
  }

  @Test(
    "characters that may not stand go before markup is looked for",
    arguments: [
      #"Quay <\ufffdimg src=x onerror=alert(1)> shut"#,
      #"Quay <\ud83f\udffeimg src=x onerror=alert(1)> shut"#,
      #"Quay <\udbff\udfffimg src=x onerror=alert(1)> shut"#, #"Quay <im\u0000g src=x> shut"#,
      #"Quay <\ue000img src=x> shut"#, #"Quay <\u200bimg src=x> shut"#,
    ])
  func brokenTags(title: String) throws {
    let article = try read(#"{"headline":"\#(title)","articleBody":"The quay closed."}"#)

    #expect(article.title == "Quay shut")
  }

  @Test("text has no character that may not stand in a document")
  func text() throws {
    let article = try read(
      #"{"headline":"Quay shut","articleBody":"The\ufffd quay\ue000 \udbff\udfffclosed."}"#)

    #expect(article.paragraphs == ["The quay closed."])
  }

  @Test("400,000 authors in one file are twenty, and so with all that comes in lists")
  func lists() throws {
    let authors = (0..<400_000).map { "\"Ann \($0)\"" }.joined(separator: ",")
    let pictures = (0..<5_000).map { "\"http://a.example/\($0).jpg\"" }.joined(separator: ",")
    let sounds = (0..<5_000).map { "\"http://a.example/\($0).mp3\"" }.joined(separator: ",")
    let tags = (0..<5_000).map { "\"tag \($0)\"" }.joined(separator: ",")

    let article = try read(
      #"{"headline":"Quay shut","articleBody":"It closed.","author":[\#(authors)],"image":[\#(pictures)],"#
        + #""audio":[\#(sounds)],"keywords":[\#(tags)]}"#)

    #expect(article.authors.map(\.name) == (0..<20).map { "Ann \($0)" })
    #expect(article.pictures.count == 100)
    #expect(article.enclosures.count == 20)
    #expect(article.tags.count == 30)
  }

  @Test("a title of a megabyte is cut, a summary too")
  func longLines() throws {
    let long = String(repeating: "word ", count: 200_000)

    let article = try read(
      #"{"headline":"\#(long)","description":"\#(long)","articleBody":"It closed."}"#)

    #expect(article.title.utf8.count <= 2_000 && article.title.hasPrefix("word word"))
    #expect((article.summary?.utf8.count ?? 0) <= 8_000)
  }

  @Test("an article of more than a megabyte of text is set aside with the reason, and it alone")
  func longText() throws {
    let long = String(repeating: "The ferry quay closed on Monday, they say. ", count: 30_000)
    let lines =
      #"{"title":"Long","text":"\#(long)"}"# + "\n" + #"{"title":"Short one","text":"It closed."}"#
    let file = ArticleFile(
      path: "a.jsonl", bytes: Array(lines.utf8), modified: Date(timeIntervalSince1970: 1e9))

    let read = try ArticleReading().read(file)

    #expect(read.articles.map(\.article.title) == ["Short one"])
    #expect(
      read.failures.map(\.description) == [
        "article not read: a.jsonl:1: the text has 1289999 bytes, more than the 1048576 that an article may have. "
          + "Split it, or remove it."
      ])
  }

  @Test(
    "an unknown language is none, so that the text tells it",
    arguments: [
      ("dg", nil), ("xx-YY", nil), ("und", nil), ("en-GB", "en-GB"), ("ceb", "ceb"), ("yue", "zh"),
      ("iw", "he"),
    ])
  func languages(tag: String, expected: String?) throws {
    let article = try read(
      #"{"headline":"Quay shut","articleBody":"It closed.","inLanguage":"\#(tag)"}"#)

    #expect(article.language == expected)
  }

  @Test("media types and sizes are those of the standards or none")
  func enclosures() throws {
    let article = try read(
      #"{"headline":"Quay shut","articleBody":"It closed.","attachments":["#
        + #"{"url":"http://a.example/a.mp3","mime_type":"audio/<b>","size_in_bytes":-4},"#
        + #"{"url":"http://a.example/b","mime_type":"x y/z"},"#
        + #"{"url":"http://a.example/c.mp3","mime_type":"Audio/MPEG; x=y","size_in_bytes":"12 kB","title":"\ufffd"},"#
        + #"{"url":"http://a.example/d.mp3","size_in_bytes":99999999999999999999,"duration":"1e300"}]}"#
    )

    #expect(
      article.enclosures.map(\.url) == [
        "http://a.example/a.mp3", "http://a.example/c.mp3", "http://a.example/d.mp3",
      ])
    #expect(article.enclosures.allSatisfy { $0.mediaType == "audio/mpeg" })
    #expect(article.enclosures.map(\.byteCount) == [nil, 12, nil])
    #expect(article.enclosures.allSatisfy { $0.title == nil && $0.duration == nil })
  }

  @Test("e-mail addresses of authors are kept of nobody")
  func emails() throws {
    let article = try read(
      #"{"headline":"Quay shut","articleBody":"It closed.","author":[{"name":"Ann","email":"mailto:ann@quay.example"},"#
        + #"{"name":"Bo","email":"bo at quay"}]}"#)

    #expect(
      article.authors == [Person(name: "Ann"), Person(name: "Bo")])
  }

  private func read(_ json: String) throws -> Article {
    let file = ArticleFile(
      path: "a.json", bytes: Array(json.utf8), modified: Date(timeIntervalSince1970: 1e9))
    return try #require(try ArticleReading().read(file).articles.first).article
  }
}

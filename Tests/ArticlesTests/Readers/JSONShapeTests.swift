import NewsModel
import Testing

@testable import Articles

/// The JSON of programs and services, each with one invented report about a bell in the places
/// where it has them.
@Suite("JSON of many hands")
struct JSONShapeTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var shape: String
    var json: String
    var outlet = "Harbour Gazette"
    var hasAuthor = true
    var testDescription: String { shape }
  }

  static let samples: [Sample] = [
    Sample(
      shape: "The Guardian Open Platform",
      json: """
        {"response": {"status": "ok", "results": [{"id": "a", "type": "article", "sectionName": "Local", "webPublicationDate": "2026-11-20T08:05:00Z",
        "webTitle": "Bell", "webUrl": "https://g.example/bell", "fields": {"headline": "Bell recast", "body": "<p>The bell was recast.</p>",
        "byline": "Tove Lindgaard", "publication": "Harbour Gazette", "trailText": "A bell."}}]}}
        """),
    Sample(
      shape: "The New York Times",
      json: """
        {"status": "OK", "response": {"docs": [{"web_url": "https://g.example/bell", "headline": {"main": "Bell recast", "kicker": null},
        "abstract": "A bell.", "lead_paragraph": "The bell was recast.", "pub_date": "2026-11-20T08:05:00+0000", "source": "Harbour Gazette",
        "byline": {"original": "By Tove Lindgaard"}, "keywords": [{"name": "subject", "value": "Bells"}]}]}}
        """),
    Sample(
      shape: "Webhose, Webz.io",
      json: """
        {"posts": [{"uuid": "a1", "url": "https://g.example/bell", "thread": {"site": "g.example", "title": "Bell recast"}, "author": "Tove Lindgaard",
        "published": "2026-11-20T10:05:00.000+02:00", "title": "Bell recast", "text": "The bell was recast.", "language": "english"}]}
        """, outlet: "g.example"),
    Sample(
      shape: "Google Reader, FreshRSS, Feedly, Inoreader",
      json: """
        {"id": "user/-/state/com.google/starred", "title": "Starred", "items": [{"id": "tag:google.com,2005:reader/item/1", "published": 1795161900,
        "title": "Bell recast", "canonical": [{"href": "https://g.example/bell"}], "origin": {"streamId": "feed/1", "title": "Harbour Gazette"},
        "author": "Tove Lindgaard", "summary": {"content": "<p>The bell was recast.</p>"}, "categories": ["user/-/label/x"]}]}
        """),
    Sample(
      shape: "Miniflux",
      json: """
        {"total": 1, "entries": [{"id": 7, "title": "Bell recast", "url": "https://g.example/bell", "published_at": "2026-11-20T08:05:00Z",
        "created_at": "2026-11-22T08:05:00Z", "author": "Tove Lindgaard", "content": "<p>The bell was recast.</p>", "feed": {"id": 1, "title": "Harbour Gazette"}}]}
        """),
    Sample(
      shape: "wallabag",
      json: """
        [{"is_archived": 0, "is_starred": 0, "title": "Bell recast", "url": "https://g.example/bell", "content": "<p>The bell was recast.</p>",
        "created_at": "2026-11-22T08:05:00+00:00", "published_at": "2026-11-20T08:05:00+00:00", "published_by": ["Tove Lindgaard"], "domain_name": "g.example"}]
        """, outlet: "g.example"),
    Sample(
      shape: "WordPress REST",
      json: """
        [{"id": 7, "date": "2026-11-20T09:05:00", "date_gmt": "2026-11-20T08:05:00", "status": "publish", "link": "https://g.example/bell",
        "title": {"rendered": "Bell recast"}, "content": {"rendered": "<p>The bell was recast.</p>", "protected": false}, "author": 3,
        "_embedded": {"author": [{"name": "Tove Lindgaard"}]}, "yoast_head_json": {"og_site_name": "Harbour Gazette"}}]
        """),
    Sample(
      shape: "Pocket",
      json: """
        {"status": 1, "list": {"7": {"item_id": "7", "resolved_title": "Bell recast", "given_title": "bell", "resolved_url": "https://g.example/bell",
        "excerpt": "The bell was recast.", "time_added": "1795161900"}}}
        """, outlet: "g.example", hasAuthor: false),
    Sample(
      shape: "newsdata.io",
      json: """
        {"status": "success", "totalResults": 1, "results": [{"article_id": "x", "title": "Bell recast", "link": "https://g.example/bell",
        "creator": ["Tove Lindgaard"], "description": "The bell was recast.", "content": "ONLY AVAILABLE IN PAID PLANS", "pubDate": "2026-11-20 08:05:00",
        "source_id": "gazette", "source_name": "Harbour Gazette", "language": "english"}]}
        """),
    Sample(
      shape: "trafilatura",
      json: """
        {"title": "Bell recast", "author": "Tove Lindgaard", "hostname": "g.example", "date": "2026-11-20", "fingerprint": "f", "id": null,
        "source": "https://g.example/bell", "source-hostname": "Harbour Gazette", "excerpt": "A bell.", "categories": "", "tags": "bells;towers",
        "text": "The bell was recast.", "comments": "", "language": "en"}
        """),
    Sample(
      shape: "news-please",
      json: """
        {"authors": ["Tove Lindgaard"], "date_download": "2026-11-22 10:00:00", "date_modify": null, "date_publish": "2026-11-20 08:05:00",
        "description": "A bell.", "maintext": "The bell was recast.", "source_domain": "g.example", "title": "Bell recast", "url": "https://g.example/bell"}
        """, outlet: "g.example"),
    Sample(
      shape: "newspaper3k, newspaper4k",
      json: """
        {"url": "https://g.example/bell", "title": "Bell recast", "top_image": "https://g.example/b.jpg", "images": [], "authors": ["Tove Lindgaard"],
        "publish_date": "2026-11-20T08:05:00", "text": "The bell was recast.", "meta_site_name": "Harbour Gazette", "meta_lang": "en", "summary": ""}
        """),
    Sample(
      shape: "CC-News, RealNews",
      json: """
        {"title": "Bell recast", "text": "The bell was recast.", "summary": null, "authors": ["Tove Lindgaard"], "publish_date": "11-20-2026",
        "url": "https://g.example/bell", "domain": "g.example", "warc_date": "2026-11-22T00:00:00Z", "status": "success"}
        """, outlet: "g.example"),
    Sample(
      shape: "Mercury Parser, Postlight Parser",
      json: """
        {"title": "Bell recast", "author": "Tove Lindgaard", "date_published": "2026-11-20T08:05:00.000Z", "dek": null, "lead_image_url": "https://g.example/b.jpg",
        "content": "<div><p>The bell was recast.</p></div>", "url": "https://g.example/bell", "domain": "g.example", "excerpt": "A bell."}
        """, outlet: "g.example"),
    Sample(
      shape: "Event Registry",
      json: """
        {"articles": {"results": [{"uri": "1", "lang": "eng", "dateTimePub": "2026-11-20T08:05:00Z", "url": "https://g.example/bell", "title": "Bell recast",
        "body": "The bell was recast.", "source": {"uri": "g.example", "title": "Harbour Gazette"}, "authors": [{"name": "Tove Lindgaard"}]}]}}
        """),
    Sample(
      shape: "Diffbot",
      json: """
        {"request": {}, "objects": [{"type": "article", "title": "Bell recast", "html": "<p>The bell was recast.</p>", "text": "The bell was recast.",
        "date": "Fri, 20 Nov 2026 08:05:00 GMT", "author": "Tove Lindgaard", "siteName": "Harbour Gazette", "pageUrl": "https://g.example/bell"}]}
        """),
    Sample(
      shape: "GDELT",
      json: """
        {"articles": [{"url": "https://g.example/bell", "title": "Bell recast", "seendate": "20261120T080500Z", "domain": "g.example", "language": "English"}]}
        """, outlet: "g.example", hasAuthor: false),
  ]

  @Test("the report is read with its fields", arguments: samples)
  func shape(sample: Sample) throws {
    let read = try read("export.json", sample.json)
    let article = try #require(read.plain.first)

    #expect(read.failures.isEmpty)
    #expect(read.articles.count == 1)
    #expect(article.title == "Bell recast")
    #expect(article.outlet == sample.outlet)
    #expect(article.url == "https://g.example/bell")
    #expect(Timestamp.rfc3339(article.published).hasPrefix("2026-11-20T0"))
    if sample.hasAuthor {
      #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
      #expect(article.paragraphs == ["The bell was recast."])
    }
  }

  @Test("every shape of the table has a sample here")
  func complete() {
    let known = Set(Self.samples.map(\.shape)).union(["ninjs 1.x", "ninjs 2.x and 3.x"])
    #expect(Set(JSONShapes.all.map(\.name)) == known)
  }

  @Test("lists in lists, maps of articles, search results")
  func nested() throws {
    let article =
      "{\"title\": \"Bell recast\", \"url\": \"https://g.example/N\", \"text\": \"It was.\"}"
    func numbered(_ number: Int) -> String { article.replacing("N", with: "\(number)") }
    for json in [
      "[[\(numbered(1))], [\(numbered(2))]]", "{\"a\": \(numbered(1)), \"b\": \(numbered(2))}",
      "{\"hits\": {\"hits\": [{\"_source\": \(numbered(1))}, {\"_source\": \(numbered(2))}]}}",
      "{\"data\": {\"posts\": [\(numbered(1)), \(numbered(2))]}}",
      "[{\"articles\": [\(numbered(1))]}, {\"articles\": [\(numbered(2))]}]",
      "{\"data\": {\"allReports\": {\"edges\": [{\"node\": \(numbered(1))}, {\"node\": \(numbered(2))}]}}}",
      "{\"items\": [{\"sys\": {}, \"fields\": \(numbered(1))}, {\"sys\": {}, \"fields\": \(numbered(2))}]}",
      "\(numbered(1))\(numbered(2))",
      "\(numbered(1))\n\n\(numbered(2).replacing(", ", with: ",\n"))",
    ] {
      #expect(try read("a.json", json).articles.count == 2, "\(json)")
    }
  }

  @Test(
    "an article inside of what databases and JSON:API put around it",
    arguments: [
      """
      {"title": "Bell recast", "text": "The bell was recast.", "date": {"$date": "2026-11-20T08:05:00Z"}, "_id": {"$oid": "7"}}
      """,
      """
      {"title": "Bell recast", "text": "The bell was recast.", "date": {"$date": {"$numberLong": "1795161900000"}}}
      """,
      """
      {"data": [{"id": "7", "attributes": {"title": "Bell recast", "body": "The bell was recast.", "publishedAt": "2026-11-20T08:05:00Z"}}]}
      """,
      """
      {"data": [{"type": "node--article", "attributes": {"title": "Bell recast", "created": "2026-11-20T08:05:00Z", "status": true,
      "body": {"value": "The bell", "format": "html", "processed": "<p>The bell was recast.</p>"}}}]}
      """,
      """
      {"data": {"items": [{"item": {"headline": "Bell recast", "firstcreated": "2026-11-20T08:05:00Z", "body_nitf": "<p>The bell was recast.</p>"}}]}}
      """,
    ])
  func wrapped(json: String) throws {
    let article = try #require(try read("a.json", json).plain.first)
    #expect(article.title == "Bell recast")
    #expect(article.paragraphs == ["The bell was recast."])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
  }

  @Test("a page beside a text is left alone, and one without a text is read as a page")
  func pages() throws {
    let page =
      "<!DOCTYPE html><html><head><title>Bell recast</title></head><body><nav><a href='/'>Home</a></nav><article><p>The bell was recast on Monday by the founders of Tornes, who had the old one cut up for it.</p><p>It weighs two tons, said founder Odile Marwick, and will be hung when the frame is dry.</p></article></body></html>"
    let both = try #require(
      try read("a.json", "{\"title\": \"Bell\", \"text\": \"It was.\", \"html\": \"\(page)\"}")
        .plain.first)
    #expect(both.title == "Bell" && both.paragraphs == ["It was."])
    let alone = try #require(
      try read("a.json", "{\"url\": \"https://g.example/bell\", \"html\": \"\(page)\"}").plain.first
    )
    #expect(alone.title == "Bell recast")
    #expect(alone.paragraphs.count == 2)
    #expect(alone.url == "https://g.example/bell")
  }

  @Test("JSON Lines under .json, a list or one object under .jsonl")
  func misnamed() throws {
    let one = "{\"title\": \"Bell recast\", \"text\": \"It was.\"}"
    #expect(
      try read("a.json", one + "\n" + one.replacing("Bell", with: "Mill") + "\n").articles.count
        == 2)
    #expect(try read("a.jsonl", "[\n \(one),\n \(one)\n]").articles.count == 2)
    #expect(try read("a.jsonl", one.replacing(",", with: ",\n")).articles.count == 1)
    let broken = try read("a.jsonl", "null\n\(one)\n{\"title\": \n")
    #expect(broken.articles.count == 1 && broken.failures.map(\.line) == [1, 3])
  }

  @Test("items of a list of tags stay whole; only a text is parted, its references decoded first")
  func tags() throws {
    func tags(_ json: String) throws -> [String] {
      try #require(
        try read("a.json", "{\"title\": \"A\", \"text\": \"It was.\", \"tags\": \(json)}").plain
          .first
      ).tags
    }
    #expect(
      try tags("[\"Marwick, Odile\", \"Arts &amp; Culture\", \"R&D; labs\"]")
        == ["Marwick, Odile", "Arts & Culture", "R&D; labs"])
    #expect(try tags("\"Arts &amp; Culture, Local\"") == ["Arts & Culture", "Local"])
    #expect(try tags("\"a; b, c\"") == ["a", "b, c"])
  }

  @Test(
    "an article alone, however deep; what Python and editors write",
    arguments: [
      "{\"response\": {\"status\": \"ok\", \"report\": {\"title\": \"Bell recast\", \"body\": \"It was.\\nIt rings.\", \"date\": \"2026-11-20\"}}}",
      "{\"title\": \"Bell recast\", \"text\": \"It was.\\nIt rings.\", \"score\": NaN, \"low\": -Infinity}",
      "{\"title\": \"Bell recast\", \"body\": [{\"type\": \"paragraph\", \"text\": \"It was.\"}, {\"type\": \"paragraph\", \"text\": \"It rings.\"}]}",
      "{\"titel\": \"Bell recast\", \"inhalt\": \"It was.\\nIt rings.\", \"datum\": \"20.11.2026\"}",
      "{\"title\": \"Bell recast\", \"articleBody\": \"&lt;p&gt;It was.&lt;/p&gt;&lt;p&gt;It rings.&lt;/p&gt;\"}",
      "{\"title\": \"Bell recast\", \"content\": [\"<b>It</b> was.\", \"It rings.\"]}",
    ])
  func alone(json: String) throws {
    let read = try read("a.json", json)

    #expect(read.plain.map(\.title) == ["Bell recast"])
    #expect(read.plain.first?.paragraphs == ["It was.", "It rings."])
  }

  @Test("descriptions of programs that have a title and a summary are no articles")
  func descriptions() {
    for json in [
      "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"title\": \"Bell\", \"description\": \"A bell.\"}",
      "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Bells\", \"description\": \"Lists bells.\"}, \"paths\": {}}",
    ] {
      #expect(!reason("a.json", json).isEmpty)
    }
  }

  @Test("a count of what a service holds back is no text")
  func counted() throws {
    let read = try read(
      "a.json",
      "{\"title\": \"Bell recast\", \"url\": \"https://g.example/1\", \"content\": \"It was... [123 chars]\"}"
    )

    #expect(read.plain.first?.paragraphs == ["It was..."])
  }
}

import NewsModel
import Testing

@testable import Articles

@Suite("What folders say of their files")
struct FolderRulesTests {
  private static let hints = FolderHints(
    source: "Northline", language: "de", timeZone: "Europe/Berlin",
    keys: ["title": "hed", "text": "body.html", "date": "when"])

  private func read(_ path: String, _ text: String, _ hints: FolderHints) throws -> Article {
    var file = ArticleFile(path: path, bytes: Array(text.utf8), modified: testDate, now: testDate)
    file.folder = hints
    return try #require(try ArticleReading().read(file).articles.first?.article)
  }

  @Test("the keys of JSON and of tables, the outlet, the language, the zone of times without one")
  func json() throws {
    let article = try read(
      "wire/a.json",
      "{\"hed\": \"Glocke neu\", \"body\": {\"html\": \"<p>Sie läutet.</p>\"}, \"when\": \"2026-07-20 09:05\"}",
      Self.hints)

    #expect(article.title == "Glocke neu")
    #expect(article.paragraphs == ["Sie läutet."])
    #expect(article.outlet == "Northline")
    #expect(article.language == "de")
    #expect(Timestamp.rfc3339(article.published) == "2026-07-20T07:05:00Z")
    #expect(
      try read(
        "wire/a.csv", "hed,when\nGlocke,2026-01-20 09:05\n",
        FolderHints(timeZone: "Europe/Berlin", keys: ["title": "hed", "date": "when"])
      )
      .published == Timestamp.rfc3339("2026-01-20T08:05:00Z"))
  }

  @Test("a file that says it itself is believed")
  func own() throws {
    let article = try read(
      "wire/a.md",
      "---\ntitle: Bell\nsource: Gazette\nlang: en\ndate: 2026-07-20T09:05:00Z\n---\nIt rings.\n",
      Self.hints)

    #expect(article.outlet == "Gazette")
    #expect(article.language == "en")
    #expect(Timestamp.rfc3339(article.published) == "2026-07-20T09:05:00Z")
  }

  @Test("lines in a folder that is a window are one")
  func window() throws {
    var file = ArticleFile(
      path: "a.jsonl", bytes: Array("{\"title\": \"A\", \"text\": \"It is.\"}\n".utf8),
      modified: testDate)
    #expect(try !ArticleReading().read(file).isWindow)
    file.folder = FolderHints(isWindow: true)
    #expect(try ArticleReading().read(file).isWindow)
  }

  @Test(
    "which times have a zone",
    arguments: [
      ("2026-07-20T09:05:00Z", true), ("2026-07-20 09:05+02:00", true),
      ("Mon, 20 Jul 2026 09:05:00 GMT", true),
      ("1795161900", true), ("2026-07-20", true), ("2026-07-20 09:05", false),
      ("20. Juli 2026, 9:05 Uhr", false),
      ("July 20, 2026 9:05 am EST", true), ("20260720090500", false),
    ])
  func zones(date: (text: String, hasZone: Bool)) {
    #expect(LocalTime.hasZone(date.text) == date.hasZone)
  }

  @Test(
    "the clock that a date is stated by is kept, be it the text's or the folder's",
    arguments: [
      ("2026-07-20T23:30:00-03:00", nil, -10_800), ("2026-07-20T23:30:00Z", "Europe/Berlin", nil),
      ("2026-07-20 23:30", "Europe/Berlin", 7200), ("2026-12-20 23:30", "Europe/Berlin", 3600),
      ("2026-07-20", "Europe/Berlin", nil), ("2026-07-20 23:30", nil, nil),
      ("Mon, 20 Jul 2026 23:30:00 EDT", "Europe/Berlin", -14_400), ("1784590200", nil, nil),
    ] as [(String, String?, Int?)])
  func clock(stated: String, zone: String?, secondsFromUTC: Int?) throws {
    let article = try read(
      "a.json", #"{"title": "Eels return", "text": "A text.", "published": "\#(stated)"}"#,
      FolderHints(timeZone: zone))

    #expect(article.publishedZone == secondsFromUTC)
  }

  @Test("patterns, the last one with the last word")
  func patterns() {
    let rules = FolderRules([
      ("wire/**", FolderHints(source: "Northline", language: "de")),
      ("wire/en/**", FolderHints(language: "en")),
      ("*.csv", FolderHints(timeZone: "Europe/Berlin")),
    ])

    #expect(rules.hints(for: "other/a.md") == nil)
    #expect(rules.hints(for: "wire/a.md")?.language == "de")
    let inner = rules.hints(for: "Wire/en/2026/a.csv")
    #expect(
      inner?.source == "Northline" && inner?.language == "en" && inner?.timeZone == "Europe/Berlin")
  }
}

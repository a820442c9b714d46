import Feeds
import Foundation
import Markup
import NewsModel
import Testing

@Suite("StoryPage")
struct StoryPageTests {
  private static func document(
    _ entry: Entry, extent: TextExtent = .extract, language: String = "en"
  ) -> FeedDocument {
    StoryPage(site: SiteDescription(main: Sample.feed([entry], language: language, extent: extent)))
      .document(of: entry)
  }

  @Test("lies at the entry's address and links to itself")
  func address() {
    let document = Self.document(SampleSite.warehouse)

    #expect(document.path == "stories/warehouse-7d3a/index.html")
    #expect(
      document.text.contains(
        "<link rel=\"canonical\" href=\"https://news.example/stories/warehouse-7d3a/\">"))
    #expect(document.text.contains("rel=\"bookmark\">https://news.example/stories/warehouse-7d3a/"))
    #expect(document.text.contains("<code>tag:news.example,2026:story/warehouse</code>"))
  }

  @Test("addresses within the site are relative, all others absolute")
  func relative() throws {
    let page = try HTMLDocument(Self.document(SampleSite.warehouse).text)

    for node in page.nodes {
      guard let url = node["href"] ?? node["src"], !url.hasPrefix("#") else { continue }
      #expect(url.hasPrefix("https://") || url.hasPrefix("feed://") || url.hasPrefix("../../"))
    }
  }

  @Test("has the sections that the entry has something for")
  func sections() {
    let rich = Self.document(SampleSite.warehouse).text
    let poor = Self.document(Sample.entry()).text

    for id in ["sources", "additions", "figures", "timeline", "why"] {
      #expect(rich.contains("<h2 id=\"\(id)\">"))
    }
    #expect(poor.contains("<h2 id=\"sources\">One source</h2>"))
    for id in ["additions", "figures", "timeline", "why"] {
      #expect(!poor.contains("<h2 id=\"\(id)\">"))
    }
  }

  @Test("why one story has every decision with its evidence in words and numbers")
  func why() {
    let text = Self.document(SampleSite.warehouse).text

    #expect(text.contains("The story began with the report by Coast Radio."))
    #expect(text.contains("The report by Le Phare joined."))
    #expect(text.contains("Closest to the report by Harlow Courier."))
    #expect(text.contains("<summary>Score +1.24"))
    #expect(text.contains("<td class=\"number\">−3.24</td>"))
  }

  @Test("thirty sources with evidence stay under 50 kB, and each decision has its score")
  func size() {
    let sources = (0..<30).map {
      Sample.coverage("Outlet \($0)", "A title of usual length, number \($0)", minute: $0)
    }
    var entry = Sample.entry(coverage: sources)
    entry.decisions = sources.dropFirst().map { source in
      Decision(
        kind: .joined, date: source.published, article: source.article, closest: sources[0].article,
        evidence: (0..<12).map { Decision.Evidence(name: "term \($0)", contribution: 1.25) })
    }

    let text = Self.document(entry).text

    #expect(text.utf8.count < 50_000)
    #expect(text.split(separator: "Score +15.00").count == 30)
    #expect(text.contains("<details>"))
  }

  @Test("the timeline is a picture with words for those who do not see it")
  func timeline() throws {
    let text = Self.document(SampleSite.warehouse).text

    #expect(text.contains("role=\"img\" aria-labelledby=\"drawing-title\""))
    #expect(text.contains("<title id=\"drawing-title\">Who reported when: Coast Radio"))
    #expect(text.split(separator: "class=\"outlet\"").count == 6)
  }

  @Test("is in the feed's language, and the story in its own", arguments: ["de", "fr", "es", "vi"])
  func language(language: String) {
    let text = Self.document(SampleSite.warehouse, language: language).text

    #expect(text.contains("<html lang=\"\(language)\""))
    #expect(text.contains("<h1 lang=\"en\">"))
    #expect(text.contains(Phrases.of(language).why))
  }

  @Test("shows as much text as the feed, and says that by HTTP's dates when it was silent")
  func extent() {
    var entry = SampleSite.warehouse
    #expect(!Self.document(entry).text.contains("The cause is not known."))
    #expect(Self.document(entry, extent: .full).text.contains("The cause is not known."))

    entry.coverage.append(Sample.coverage("Late Post", "A late report", minute: 5000))
    #expect(Self.document(entry).lastModified == Sample.date(5000))
  }

  @Test("markup in any text stays text", arguments: NastyFeed.entries.map(\.id))
  func nasty(id: EntryID) throws {
    let entry = try #require(NastyFeed.entries.first { $0.id == id })

    let page = try HTMLDocument(Self.document(entry).text)

    let scripts = page.nodes.filter { $0.name == "script" }
    #expect(scripts.map { $0["src"] } == [nil, "../../assets/page.js"])
    // The first is data, which no browser runs: whole, whatever the words in it.
    #expect(scripts[0]["type"] == "application/ld+json")
    let data = try #require(
      Self.document(entry).text.split(separator: "application/ld+json\">").dropFirst().first?
        .split(separator: "</script>").first)
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(data.utf8))
    #expect(json["@type"]?.string == "NewsArticle")
    #expect(json["url"]?.string == entry.link)
    #expect(
      page.nodes.allSatisfy { node in node.attributes.allSatisfy { !$0.name.hasPrefix("on") } })
  }
}

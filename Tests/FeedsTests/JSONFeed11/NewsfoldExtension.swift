import FoundationEssentials
import NewsModel
import Testing

@testable import Feeds

@Suite("JSON Feed 1.1: the _newsfold extension")
struct NewsfoldExtension {
  @Test("every key that is written is documented, and every documented key is written")
  func keys() throws {
    var feed = SampleSite.feed
    feed.entries[0].coverage[0].additions = ["One more."]
    var archive = SampleSite.feed
    archive.archive = ArchivePosition(number: 1, next: 2)
    archive.link = .lead
    var ofFeed: Set<String> = []
    var ofItem: Set<String> = []
    for feed in [feed, archive] {
      let json = try JSONValue.feed(feed)
      ofFeed.formUnion(json["_newsfold"]?.paths() ?? [])
      for item in json["items"]?.elements ?? [] {
        ofItem.formUnion(item["_newsfold"]?.paths() ?? [])
      }
    }

    #expect(ofFeed == Set(ExtensionKey.ofFeed.map(\.path)))
    #expect(ofItem == Set(ExtensionKey.ofItem.map(\.path)))
  }

  @Test("the catalogue has a heading for each key")
  func catalogue() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Feeds/Feeds.docc/JSONFeedExtension.md")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)

    for key in ExtensionKey.ofFeed + ExtensionKey.ofItem {
      #expect(text.contains("`\(key.path)`"), "\(key.path) is not documented")
    }
  }

  @Test("no key but the extension's own begins with an underscore, and none has a dot")
  func names() throws {
    let item = try #require(try JSONValue.feed(SampleSite.feed)["items"]?[0]?["_newsfold"])

    for path in item.paths() {
      #expect(!path.split(separator: ".").contains { $0.hasPrefix("_") })
    }
  }

  @Test("an item leads to its story's JSON, and does not repeat what only that has")
  func details() throws {
    let json = try JSONValue.feed(SampleSite.feed)
    let item = try #require(json["items"]?[0])
    let own = try #require(item["_newsfold"])

    #expect(JSONFeedFormat().document(of: SampleSite.feed).text.contains("\"version\": 2,"))
    #expect(own["details_url"]?.string == (item["url"]?.string ?? "") + "story.json")
    #expect(own["decisions"] == nil && own["timeline"] == nil)
  }

  @Test("every source of an entry is there, the lead first")
  func sources() throws {
    let feed = SampleSite.feed
    let items = try #require(try JSONValue.feed(feed)["items"]?.elements)

    for (item, entry) in zip(items, feed.entries) {
      let sources = try #require(item["_newsfold"]?["sources"]?.elements)
      #expect(sources.map { $0["id"]?.string } == entry.coverage.map(\.article.rawValue))
      #expect(sources.map { $0["outlet"]?.string } == entry.coverage.map(\.outlet))
    }
    #expect(feed.entries.contains { $0.coverage.count > 2 })
  }

  @Test("why the lead report was chosen is said in the feed's language, and by name for programs")
  func reason() throws {
    var feed = Sample.feed([SampleSite.warehouse])
    feed.entries[0].canonicalReason = LeadReason([
      .init(.original, others: 1), .init(.earliest, others: 2),
    ])
    feed.language = "de"

    let item = try JSONValue.feed(feed)["items"]?[0]?["_newsfold"]

    let sentence = Phrases.german.sentence(feed.entries[0].canonicalReason)
    #expect(item?["canonical_reason"]?.string == sentence)
    #expect(
      item?["canonical_clauses"]?.elements.map(\.string) == ["original", "earliest"])
  }

  @Test("a headline-only feed has no other people's sentences in its extension either")
  func headline() throws {
    let text = JSONFeedFormat().document(
      of: Sample.feed([SampleSite.warehouse], extent: .headline)
    ).text

    #expect(!text.contains("Mill Lane"))
    #expect(!text.contains("Le bilan"))
    #expect(!text.contains("nothing was left"))
    #expect(text.contains("\"relation\":\"rewrite\""))
  }
}

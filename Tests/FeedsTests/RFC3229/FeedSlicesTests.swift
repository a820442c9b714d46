import Feeds
import NewsModel
import Testing

@Suite("RFC 3229 with A-IM: feed")
struct FeedSlicesTests {
  private static let names = ["atom.xml", "rss.xml", "feed.json"]

  private static func document(_ name: String, _ feed: Feed) throws -> FeedDocument {
    try #require(FeedFormats.all.first { $0.fileName == name }).document(of: feed)
  }

  @Test("a document is found to have its entries, and the pieces are all of it", arguments: names)
  func pieces(name: String) throws {
    for feed in [SampleSite.feed, NastyFeed.feed(.full), Sample.feed([])] {
      let document = try Self.document(name, feed)

      let slices = try #require(document.slices)

      #expect(slices.slices.count == feed.entries.count)
      #expect(slices.delta(of: document.bytes, without: []) == document.bytes)
    }
  }

  @Test("a delta is a valid document with only what changed since", arguments: names)
  func delta(name: String) throws {
    let before = SampleSite.feed
    var after = before
    after.entries[4].summary = "It changed."
    after.entries.insert(Sample.entry("new", minute: 900), at: 0)
    after.updated = Sample.date(900)
    let known = try #require(Self.document(name, before).slices).digests

    var document = try Self.document(name, after)
    document.bytes = try #require(document.slices)
      .delta(of: document.bytes, without: known)

    try DocumentCheck().check(document)
    #expect(document.slices?.slices.count == 2)
    #expect(document.text.contains("It changed."))
    #expect(document.text.contains("story/new"))
    #expect(!document.text.contains("story/otters"))
    // Tombstones come before the entries, so that every delta has them.
    #expect(document.text.contains("story/pier") == (name != "rss.xml"))
  }

  @Test("a delta of nothing is a valid document without entries", arguments: names)
  func nothing(name: String) throws {
    var document = try Self.document(name, SampleSite.feed)
    let slices = try #require(document.slices)

    document.bytes = slices.delta(of: document.bytes, without: slices.digests)

    try DocumentCheck().check(document)
    #expect(document.slices?.slices.isEmpty == true)
  }

  @Test("what is no feed is not taken apart")
  func others() {
    #expect(FeedSlices(path: "index.html", bytes: Array("<entry>".utf8)) == nil)
    #expect(FeedSlices(path: "feed.json", bytes: Array("{}".utf8)) == nil)
  }
}

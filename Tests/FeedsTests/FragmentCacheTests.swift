import Feeds
import NewsModel
import Testing

@Suite("FragmentCache")
struct FragmentCacheTests {
  @Test(
    "a change gives the bytes of rendering everything", arguments: FeedFormats.all.map(\.fileName))
  func same(name: String) throws {
    let format = try #require(FeedFormats.all.first { $0.fileName == name })
    var cache = FragmentCache()
    var feed = SampleSite.feed
    var versions = [feed]
    feed.entries[3].title = "Another title"
    versions.append(feed)
    feed.entries.removeFirst()
    versions.append(feed)
    feed.language = "de"
    versions.append(feed)
    feed.textExtent = .full
    versions.append(feed)
    versions.append(SampleSite.feed)

    for version in versions {
      #expect(cache.document(of: version, as: format) == format.document(of: version))
    }
  }
}

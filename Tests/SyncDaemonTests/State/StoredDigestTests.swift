import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

/// If a stored digest comes out differently, a site repeats work that nobody asked for.
@Suite("Digests that are stored")
struct StoredDigestTests {
  private var settings: Settings {
    var settings = Settings()
    (settings.title, settings.subtitle, settings.language) = ("T", "S", "de")
    settings.baseURL = "https://x.example/"
    settings.author = Person(name: "A", email: "a@x.example", url: "https://x.example/a")
    settings.window = FeedWindowSize(entries: 7, age: .milliseconds(1500))
    (settings.text, settings.quotedSentences, settings.quotedCharacters) = (.full, 1, 2)
    (settings.idAuthority, settings.idDate) = ("x.example", "2026-02-03")
    (settings.hubs, settings.minutesToLive) = (["https://h.example/"], 9)
    var source = SourceSettings(name: "Q")
    (source.feed, source.text, source.rank) = ("https://q.example/f", .headline, 4)
    settings.sources = [source]
    var feed = FeedSettings(name: "f")
    (feed.title, feed.text, feed.isMerged) = ("F", .extract, false)
    (feed.sources, feed.tags, feed.languages, feed.words) = (["Q"], ["t"], ["fr"], ["w v"])
    settings.feeds = [feed]
    return settings
  }

  private var pins: Pins {
    var pins = Pins()
    (pins.together, pins.apart, pins.lead) = ([["a", "b"]], [["c", "d"]], ["e"])
    pins.titles = [Pins.Title(article: "f", title: "G")]
    return pins
  }

  @Test("what documents depend on")
  func rendering() {
    #expect(SiteRenderer.fingerprint(of: Settings(), pins: Pins()) == "cf6ee6b2a48b5ae5")
    #expect(SiteRenderer.fingerprint(of: settings, pins: pins) == "0b63c667cc00d507")
  }

  @Test("each setting and pin that a document depends on, and none that it does not")
  func keys() {
    let changes: [(inout Settings) -> Void] = [
      { $0.title = "x" }, { $0.subtitle = "x" }, { $0.baseURL = "x" }, { $0.language = "x" },
      { $0.author.name = "x" }, { $0.author.email = "x" }, { $0.author.url = "x" },
      { $0.window.entries = 3 }, { $0.window.age = .seconds(9) }, { $0.text = .headline },
      { $0.quotedSentences = 9 }, { $0.quotedCharacters = 9 }, { $0.idAuthority = "x" },
      { $0.idDate = "x" }, { $0.hubs = [] }, { $0.minutesToLive = 1 }, { $0.sources = [] },
      { $0.sources[0].name = "x" }, { $0.sources[0].rank = nil }, { $0.sources[0].feed = nil },
      { $0.sources[0].text = nil }, { $0.feeds = [] }, { $0.feeds[0].title = nil },
      { $0.feeds[0].tags = ["t", "u"] }, { $0.feeds[0].isMerged = true },
      { $0.feeds[0].text = nil }, { $0.feeds[0].words = ["w", "v"] },
    ]
    var digests: Set<String> = [SiteRenderer.fingerprint(of: settings, pins: pins)]
    for change in changes {
      var other = settings
      change(&other)
      digests.insert(SiteRenderer.fingerprint(of: other, pins: pins))
    }
    #expect(digests.count == changes.count + 1)
    #expect(!digests.contains(SiteRenderer.fingerprint(of: settings, pins: Pins())))

    var same = settings
    (same.articles, same.listen, same.largestFile) = (["x"], "127.0.0.1:1", 1)
    (same.settle, same.rescan, same.poll) = (.seconds(9), .seconds(9), .seconds(9))
    #expect(
      SiteRenderer.fingerprint(of: same, pins: pins)
        == SiteRenderer.fingerprint(of: settings, pins: pins))
  }

  @Test("what a feed takes, and how much text it shows, as the version of 2026-11-30 stored them")
  func feeds() {
    let feeds = FeedDefinition.all(settings)
    #expect(feeds.map(\.selection) == ["all", "17bbdf9d28fd909c"])
    #expect(feeds[0].textDigest(settings) == "81066810e37e50fc")
    #expect(FeedDefinition.all(Settings())[0].textDigest(Settings()) == "dea36a406597a75f")
  }
}

import Foundation
import NewsModel
import Testing

@testable import Feeds

@Suite("What fits into a document")
struct FeedFitTests {
  private func feed(_ sizes: [Int], isHeadline: Bool = false) -> Feed {
    var feed = SampleSite.feed
    let template = feed.entries[0]
    feed.textExtent = isHeadline ? .headline : .full
    feed.tombstones = []
    feed.entries = sizes.enumerated().map { number, size in
      var entry = template
      entry.id = EntryID("tag:sample.example,2026:story/\(number)")
      entry.html = nil
      entry.updated = template.updated - Double(number)
      entry.published = min(template.published, entry.updated)
      entry.paragraphs = (0..<max(1, size / 100)).map {
        "\($0) " + String(repeating: "x", count: 96)
      }
      return entry
    }
    feed.updated = feed.entries[0].updated
    return feed
  }

  private func check(_ feed: Feed) throws {
    for format in FeedFormats.all { try DocumentCheck().check(format.document(of: feed)) }
  }

  @Test("a feed of the usual size is as it was")
  func usual() throws {
    let feed = feed([5000, 10_000, 100])
    #expect(FeedFit(feed).feed == feed && FeedFit(feed).leftOut.isEmpty)
  }

  @Test("the largest texts become extracts until the rest fits")
  func text() throws {
    // An entry's text alone has a bound, so that it takes many.
    let feed = feed([130_000, 5000] + Array(repeating: 120_000, count: 125) + [5000])
    let fit = FeedFit(feed)

    #expect(fit.leftOut.isEmpty && fit.feed.entries.count == 128)
    #expect(fit.feed.entries[0].textExtent == .extract)
    #expect(fit.feed.entries.contains { $0.textExtent == nil })
    #expect(fit.feed.entries[1] == feed.entries[1] && fit.feed.entries[127] == feed.entries[127])
    try check(fit.feed)
    #expect(FeedFit(fit.feed).feed == fit.feed)
  }

  @Test("an entry that is too large without its text is left out, and no other")
  func leftOut() throws {
    var feed = feed([500, 500, 500])
    feed.entries[1].authors = (0..<400_000).map { Person(name: "Author \($0) of Sandrock") }
    let fit = FeedFit(feed)

    #expect(fit.leftOut == [feed.entries[1].id])
    #expect(fit.feed.entries.map(\.id) == [feed.entries[0].id, feed.entries[2].id])
    try check(fit.feed)
  }

  @Test("an entry that would take a quarter of a document shows an extract, and no other")
  func quarter() throws {
    let feed = feed([400_000, 5000, 10_000])
    let fit = FeedFit(feed, documentBytes: 1_000_000)

    #expect(fit.leftOut.isEmpty)
    #expect(fit.feed.entries[0].textExtent == .extract)
    #expect(Array(fit.feed.entries[1...]) == Array(feed.entries[1...]))
  }

  @Test("no format takes more bytes for an entry than the estimate, nor a third of them")
  func estimate() {
    for feed in [SampleSite.feed, NastyFeed.feed(.full), feed([9000, 200, 60_000])] {
      for extent in TextExtent.allCases {
        for entry in feed.entries {
          var feed = feed
          feed.textExtent = extent
          let setting = EntrySetting(of: feed)
          let sizes = FeedFormats.all.map { $0.fragment(of: entry, setting: setting).count }
          let estimate = EntrySize.estimate(of: entry, in: extent)
          let most = sizes.max() ?? 0
          #expect(
            estimate >= most && estimate < 3 * most + 3000, "\(entry.title) \(extent) \(sizes)")
        }
      }
    }
  }
}

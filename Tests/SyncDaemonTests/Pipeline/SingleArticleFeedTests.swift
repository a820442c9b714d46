import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("Feeds of single articles", .overEachStore)
struct SingleArticleFeedTests {
  @Test(
    "no fraction of a second makes an entry updated before it was published",
    arguments: [nil, 0, 0.4, 3600] as [Double?])
  func fractions(modifiedAfter seconds: Double?) {
    let entries = SingleArticleEntry(settings: Settings(), firstNames: [:])
    for millisecond in 0..<1000 as Range<Int64> {
      let published = Timestamp.date(milliseconds: 1_774_000_000_000 + millisecond)
      let article = Article(
        id: ArticleID("article:\(millisecond)"), outlet: "Courier", title: "Lighthouse",
        paragraphs: [], published: published, modified: seconds.map { published + $0 })

      let updated = entries.updated(of: article)

      #expect(updated >= published, "\(millisecond)")
      #expect(updated < max(published, article.modified ?? published) + 2, "\(millisecond)")
    }
  }

  @Test("milliseconds, and a time of a file, stop no feed", arguments: [true, false])
  func published(hasDate: Bool) async throws {
    let site = try PipelineSite()
    var every = FeedSettings(name: "every")
    every.isMerged = false
    site.settings.feeds = [every]
    for number in 0..<12 {
      let date = hasDate ? "date: 2026-03-1\(number % 9)T10:00:00.99\(number % 10)Z\n" : ""
      site.write(
        """
        ---
        title: "\(InventedEvent(number: number).title(of: 0))"
        source: Courier
        \(date)---

        \(InventedEvent(number: number).text(of: 0))
        """, to: "\(number).md")
    }

    let report = try await site.sync()

    #expect(report.refused.isEmpty && report.setAside.isEmpty)
    #expect(try FeedChain(of: "every", in: site).shown.count == 12)
  }
}

import Feeds
import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Closed stories", .overEachStore)
struct ClosedStoryTests {
  @Test(
    "late coverage joins a closed story on its page only; the archive keeps the last version that the feed published"
  )
  func lateCoverage() async throws {
    let site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(86_400))
    site.write(InventedReport(event: 0, report: 0).file, to: "bridge0.md")
    site.write(InventedReport(event: 0, report: 1).file, to: "bridge1.md")
    // A second story that leaves, since the first archive document waits for a neighbour.
    site.write(InventedReport(event: 1, report: 0).file, to: "cup.md")
    try await site.sync()
    let story = try #require(
      try await site.state.ledger.stories.values.first { $0.articles.count == 2 })
    // More than three days later.
    site.write(InventedReport(event: 11, report: 0).file, to: "newer.md")
    try await site.sync()
    let archives = try site.documents().filter { $0.key.hasPrefix("archive/") }
    #expect(archives.contains { $0.value.contains(story.id.rawValue) })
    let page = try #require(try site.documents()["stories/\(story.slug)/index.html"])

    site.write(InventedReport(event: 0, report: 2).file, to: "late.md")
    let report = try await site.sync()

    #expect(report.changes.map(\.kind) == ["extended"])
    let after = try #require(try await site.state.ledger.stories[story.id])
    #expect(after.updated == story.updated)
    let documents = try site.documents()
    #expect(documents.filter { $0.key.hasPrefix("archive/") } == archives)
    #expect(documents["stories/\(story.slug)/index.html"] != page)
    #expect(documents["atom.xml"]?.contains(story.id.rawValue) == false)
    // The page of its day names the new outlet.
    #expect(
      report.documentsWritten.allSatisfy {
        $0.hasPrefix("stories/\(story.slug)/") || $0.hasPrefix("days/\(SiteDay(story.published))/")
      })
  }

  @Test(
    "what moves the updated of an open story moves that of a closed one not",
    arguments: [false, true])
  func news(isClosed: Bool) async throws {
    let site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 100, age: .seconds(86_400))
    for report in 0..<2 {
      site.write(InventedReport(event: 0, report: report).file, to: "bridge\(report).md")
    }
    try await site.sync()
    let story = try #require(try await site.state.ledger.stories.values.first)
    if isClosed {
      site.write(InventedReport(event: 11, report: 0).file, to: "newer.md")
      try await site.sync()
    }

    for report in 0..<2 {
      site.write(
        InventedReport(event: 0, report: report, edits: 8).file, to: "bridge\(report).md")
    }
    try await site.sync()

    let after = try #require(try await site.state.ledger.stories[story.id])
    #expect((after.updated > story.updated) == !isClosed)
  }
}

import NewsModel
import Testing

@testable import SyncDaemon

@Suite("warming a pipeline up", .overEachStore)
struct WarmUpTests {
  @Test(
    "what the first change after a start needs of the other entries is done, and nothing published")
  func done() async throws {
    let site = try PipelineSite()
    for event in 0..<3 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    let published = try site.documents()

    var pipeline = try await site.opened()
    _ = try await pipeline.sync()
    #expect(pipeline.press.fragments.isEmpty)
    await pipeline.warmUp()

    #expect(pipeline.press.fragments.keys.sorted() == [""])
    #expect(pipeline.press.passed.keys.sorted() == ["atom.xml", "feed.json", "rss.xml"])
    #expect(pipeline.book.entries.count == 3)
    #expect(try site.documents() == published)
  }

  @Test("the next publication is the same with and without")
  func same() async throws {
    var documents: [[String: String]] = []
    for isWarm in [false, true] {
      let site = try PipelineSite()
      for event in 0..<3 {
        site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      }
      try await site.sync()
      var pipeline = try await site.opened()
      _ = try await pipeline.sync()
      if isWarm { await pipeline.warmUp() }
      site.write(InventedReport(event: 3, report: 0).file, to: "3.md")
      _ = try await pipeline.sync()
      documents.append(try site.documents())
    }

    #expect(documents[0] == documents[1])
    #expect(documents[0]["feed.json"]?.contains("\"items\"") == true)
  }

  @Test("a site where nothing was published has nothing to warm")
  func empty() async throws {
    var pipeline = try await PipelineSite().opened()

    await pipeline.warmUp()

    #expect(pipeline.press.fragments.isEmpty)
  }
}

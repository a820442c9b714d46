import NewsModel
import Testing

@testable import SyncDaemon

@Suite("the order of what is published", .overEachStore)
struct PublicationOrderTests {
  private let target = RecordingTarget()
  private let site: PipelineSite

  init() throws {
    site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(60 * 86_400))
    site.targets = [target]
  }

  @Test("a feed waits for the archive document that it links to, and not for those before that one")
  func archive() async throws {
    var filling: [[String]] = []
    for event in 0..<9 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      _ = await target.takePaths()
      try await site.sync(SyncRequest(paths: [site.file("\(event).md")]))
      let paths = await target.takePaths()
      if paths.first?.contains("archive/0003/atom.xml") == true { filling = paths }
    }

    let first = try #require(filling.first)
    let archived = try #require(first.firstIndex(of: "archive/0003/atom.xml"))
    let feed = try #require(first.firstIndex(of: "atom.xml"))
    #expect(archived < feed)
    #expect(!first.contains { $0.hasPrefix("archive/0002/") })
    #expect(
      filling.dropFirst().map(Set.init) == [
        ["archive/0002/atom.xml", "archive/0002/rss.xml", "archive/0002/feed.json"]
      ])
    let former = try #require(try site.documents()["archive/0002/atom.xml"])
    #expect(former.contains("next-archive"))
  }

  @Test("the page about the feeds is published with what it says, or where it is missing")
  func about() async throws {
    func aboutPaths() async throws -> [String] {
      try await site.sync(SyncRequest(paths: [site.file("a.md")]))
      return await target.takePaths().joined().filter { $0.hasPrefix("about/") }
    }
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    #expect(try await aboutPaths() == ["about/index.html"])

    site.write(InventedReport(event: 1, report: 0).file, to: "a.md")
    #expect(try await aboutPaths() == [])

    try site.memory.remove(site.publicDirectory + "/about/index.html")
    site.write(InventedReport(event: 2, report: 0).file, to: "a.md")
    #expect(try await aboutPaths() == ["about/index.html"])

    site.settings.title = "Another title"
    #expect(try await aboutPaths() == ["about/index.html"])
    #expect(try #require(try site.documents()["about/index.html"]).contains("Another title"))
  }
}

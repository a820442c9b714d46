import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// The page at the address of a retired story: its target changes with the story behind it.
@Suite("Pages of retired stories", .overEachStore)
struct AliasPageTests {
  /// A site of three stories, the oldest first, of which the younger two have become one.
  private func site() async throws -> (site: PipelineSite, stories: [Story]) {
    let site = try PipelineSite()
    var stories: [Story] = []
    for event in 0..<3 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      try await site.sync()
      let known = Set(stories.map(\.id))
      stories += try await site.state.ledger.stories.values.filter { !known.contains($0.id) }
    }
    #expect(stories.count == 3)
    site.pinsText = pins([1, 2])
    try await site.sync()
    return (site, stories)
  }

  private func pins(_ events: [Int]) -> String {
    let urls = events.map { InventedReport(event: $0, report: 0).url }
    return "together:\n  - [\(urls.joined(separator: ", "))]\n"
  }

  private func page(of story: Story, in site: PipelineSite) throws -> String {
    try #require(try site.documents()["stories/\(story.slug)/index.html"])
  }

  @Test("an alias of a story that becomes one with an older one leads to the older one")
  func chain() async throws {
    let (site, stories) = try await site()
    #expect(try page(of: stories[2], in: site).contains("stories/\(stories[1].slug)/"))

    site.pinsText = pins([0, 1, 2])
    try await site.sync()

    for story in stories[1...] {
      let page = try page(of: story, in: site)
      #expect(page.contains("stories/\(stories[0].slug)/"), "\(story.id)")
      #expect(!page.contains("stories/\(stories[1].slug)/\""), "\(story.id)")
    }
  }

  @Test(
    "an alias of a story that is withdrawn says that it is gone, and leads on when it comes back")
  func withdrawn() async throws {
    let (site, stories) = try await site()
    let moved = try page(of: stories[2], in: site)
    for event in 1..<3 { site.remove("\(event).md") }
    try await site.sync()

    #expect(!(try page(of: stories[2], in: site).contains(stories[1].slug)))
    for event in 1..<3 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    #expect(try page(of: stories[2], in: site) == moved)
  }
}

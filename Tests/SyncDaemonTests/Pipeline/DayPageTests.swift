import Feeds
import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("pages of days", .overEachStore)
struct DayPageTests {
  /// The slugs of the stories on a day's page, in its order.
  private static func slugs(_ page: String?) -> [String] {
    (page ?? "").split(separator: "/stories/").dropFirst().compactMap {
      $0.split(separator: "/").first.map(String.init)
    }.reduce(into: []) { if $0.last != $1 && !$0.contains($1) { $0.append($1) } }
  }

  private static func day(_ story: StoryListing) -> String {
    SiteDay(story.published).description
  }

  private static func path(_ day: String) -> String { "days/\(day)/index.html" }

  @Test(
    "every story is on the page of its day, archived and pruned ones, too", arguments: [0, 1, 2])
  func everyStory(age: Int) async throws {
    let ageing = try await AgeingSite.aged(archives: age > 0)
    if age > 1 {
      ageing.site.settings.pruneAfter = .seconds(17 * 86_400)
      try await ageing.site.sync()
    }
    // All days are made again.
    ageing.site.settings.title = "Another title"
    try await ageing.site.sync()

    let documents = try ageing.documents()
    let stories = try await ageing.stories()
    #expect(stories.count == 5)
    for story in stories {
      let page = try #require(documents[Self.path(Self.day(story))])
      #expect(Self.slugs(page).contains(story.slug))
      #expect(page.contains("Another title"))
      #expect(documents["days/index.html"]?.contains("days/\(Self.day(story).prefix(4))/") == true)
      let sitemap = documents["sitemap-\(Self.day(story)).xml"]
      #expect(sitemap?.contains("/stories/\(story.slug)/") == true)
    }
  }

  @Test("a late report of an archived day keeps the archived stories on its page")
  func late() async throws {
    let ageing = try await AgeingSite.aged()
    let before = try #require(try await ageing.stories().min { $0.published < $1.published })
    ageing.site.write(InventedReport(event: 2, report: 0).file, to: "late.md")

    try await ageing.site.sync(SyncRequest(paths: [ageing.site.file("late.md")]))

    let documents = try ageing.documents()
    for story in try await ageing.stories() {
      #expect(Self.slugs(documents[Self.path(Self.day(story))]).contains(story.slug))
    }
    #expect(Self.slugs(documents[Self.path(Self.day(before))]).contains(before.slug))
  }

  @Test("a changed story renders its own day and no other; a new day also those beside it")
  func cost() async throws {
    let target = RecordingTarget()
    let site = try PipelineSite()
    site.targets = [target]
    for event in [0, 10, 20, 30] {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    }
    try await site.sync()
    let days = try await site.view.stories().sorted { $0.published < $1.published }.map(Self.day)
    #expect(Set(days).count == 4)
    func rendered() async -> Set<String> {
      Set(await target.takePaths().joined().filter { $0.hasPrefix("days/") })
    }
    #expect(await rendered().isSuperset(of: days.map(Self.path)))

    site.write(InventedReport(event: 10, report: 0, edits: 1).file, to: "10.md")
    try await site.sync(SyncRequest(paths: [site.file("10.md")]))
    #expect(await rendered() == [Self.path(days[1])])

    site.remove("20.md")
    try await site.sync()
    #expect(
      await rendered() == [
        Self.path(days[1]), Self.path(days[3]), "days/index.html", "days/2026/index.html",
      ])
    let documents = try site.documents()
    #expect(documents[Self.path(days[2])] == nil)
    #expect(documents["sitemap-\(days[2]).xml"] == nil)
    #expect(documents[Self.path(days[1])]?.contains("days/\(days[3])/") == true)
    #expect(documents["sitemap.xml"]?.contains(days[2]) == false)
  }

  @Test("the pages are the same after a restart, and when all state is lost")
  func same() async throws {
    let site = try PipelineSite()
    for event in 0..<6 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      try await site.sync()
    }
    let pages = try site.documents().filter { $0.key.hasPrefix("days/") }
    #expect(pages.count > 3)

    site.restart()
    site.write(InventedReport(event: 6, report: 0).file, to: "6.md")
    try await site.sync()
    site.remove("6.md")
    try await site.sync()

    #expect(try site.documents().filter { $0.key.hasPrefix("days/") } == pages)
  }
}

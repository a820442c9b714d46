import Articles
import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// Feeds as article files: windows on the latest of many.
@Suite("Feeds as files", .overEachStore)
struct FeedFileTests {
  private static let day: Double = 86_400

  /// A feed of some events, each an item, the newest first.
  private func feed(_ events: ClosedRange<Int>, withdrawn: [Int] = []) -> String {
    let items = events.reversed().map { event in
      let item = InventedEvent(number: event)
      return "<entry><id>urn:event:\(event)</id><title>\(item.title(of: 0))</title>"
        + "<link href=\"https://gazette.example/\(event)\"/><published>\(Timestamp.rfc3339(item.date(of: 0)))</published>"
        + "<content type=\"text\">\(item.text(of: 0))</content></entry>"
    }
    let tombstones = withdrawn.map {
      "<at:deleted-entry ref=\"urn:event:\($0)\" when=\"2026-03-01T00:00:00Z\"/>"
    }
    return
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\">"
      + "<title>Gazette</title>" + (tombstones + items).joined(separator: "\n") + "</feed>"
  }

  private func site() throws -> PipelineSite {
    let site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 1000, age: .seconds(400 * 86_400))
    site.settings.archiveAfter = nil
    site.clock = Date(timeIntervalSince1970: 1_800_000_000)
    return site
  }

  private func titles(_ site: PipelineSite) async throws -> Int {
    try await site.state.ledger.stories.count
  }

  @Test("fifty refreshes of a feed of ten items: no tombstone, every item reachable")
  func refreshes() async throws {
    let site = try site()
    for refresh in 0..<50 {
      site.write(feed((2 * refresh)...(2 * refresh + 9)), to: "gazette/feed.xml")
      let report = try await site.sync()
      #expect(report.articlesGone == 0 && report.setAside.isEmpty && report.filesRead == 1)
      // Unchanged items cost nothing: only two items are new.
      #expect(report.articlesChanged == (refresh == 0 ? 10 : 2))
    }

    let state = try await site.state
    #expect(state.articles.count == 108)
    #expect(state.ledger.retired.isEmpty)
    let documents = try site.documents()
    #expect(documents["atom.xml"]?.contains("deleted-entry") == false)
    for event in 0..<108 {
      let view = try await site.view
      let story = try #require(view.story(named: "https://gazette.example/\(event)"))
      #expect(documents["stories/\(story.slug)/index.html"] != nil)
    }

    site.restart()
    let full = try await site.sync(SyncRequest(isFull: true))
    #expect(full.articlesGone == 0 && full.documentsWritten.isEmpty)
    #expect(try await site.state.articles.count == 108)
  }

  @Test("an item goes by the feed's own tombstone, whether it is still in it or has left it")
  func tombstones() async throws {
    let site = try site()
    site.write(feed(0...9), to: "feed.xml")
    try await site.sync()
    site.write(feed(5...14), to: "feed.xml")
    try await site.sync()

    site.write(feed(6...14, withdrawn: [5, 2, 77]), to: "feed.xml")
    let report = try await site.sync()

    #expect(report.articlesGone == 2)
    let state = try await site.state
    #expect(state.articles.count == 13)
    #expect(state.ledger.retired.count == 2)
  }

  @Test("all of it goes when the file is deleted, but not when it cannot be read")
  func deleted() async throws {
    let site = try site()
    site.write(feed(0...9), to: "feed.xml")
    try await site.sync()
    site.write(feed(5...14), to: "feed.xml")
    try await site.sync()

    site.write("\u{0}\u{0}", to: "feed.xml")
    let unreadable = try await site.sync()
    #expect(unreadable.setAside.count == 1 && unreadable.articlesGone == 0)

    site.remove("feed.xml")
    let report = try await site.sync()
    #expect(report.articlesGone == 15)
    #expect(try await site.state.articles.isEmpty)
  }

  @Test("a change of one item changes that article alone")
  func changed() async throws {
    let site = try site()
    site.write(feed(0...9), to: "feed.xml")
    try await site.sync()

    site.write(
      feed(0...9).replacing(
        "</title><link href=\"https://gazette.example/3\"",
        with: " (updated)</title><link href=\"https://gazette.example/3\""),
      to: "feed.xml")
    let report = try await site.sync()

    #expect(report.articlesChanged == 1 && report.articlesGone == 0)
  }

  @Test("what has left the window is archived when it is old, and what is in it stays open")
  func archived() async throws {
    let site = try site()
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(2 * 86_400))
    site.settings.archiveAfter = .seconds(16 * 86_400)
    site.write(feed(0...3), to: "feed.xml")
    try await site.sync()
    // Events lie seven hours apart: a hundred are 29 days.
    site.write(feed(3...3), to: "feed.xml")
    site.write(feed(100...103), to: "other.xml")
    try await site.sync()
    try await site.sync()

    let state = try await site.state
    #expect(Set(state.files.keys) == ["feed.xml", "other.xml"])
    #expect(state.articles.count == 5, "the item that is still shown, and four new ones")
    #expect(try await site.sync(SyncRequest(isFull: true)).articlesGone == 0)
    #expect(try await site.view.stories().count == 8)
  }

  @Test("lines of a folder that is a window stay when they have left it")
  func lines() async throws {
    let site = try site()
    func line(_ event: Int) -> String {
      "{\"title\": \"\(InventedEvent(number: event).title(of: 0))\", \"url\": \"https://g.example/\(event)\", \"text\": \"\(InventedEvent(number: event).text(of: 0).replacing("\n", with: " "))\"}\n"
    }
    var folder = FolderSettings(pattern: "wire/**")
    folder.hints.isWindow = true
    site.settings.folders = [folder]
    site.write(line(0) + line(1), to: "wire/a.jsonl")
    site.write(line(2) + line(3), to: "other/a.jsonl")
    try await site.sync()

    site.write(line(1), to: "wire/a.jsonl")
    site.write(line(3), to: "other/a.jsonl")
    let report = try await site.sync()

    #expect(report.articlesGone == 1)
    #expect(Set(try await site.state.articles.keys.map(\.rawValue)).count == 3)
  }

  @Test("a draft is withdrawn, and one dated ahead appears when its date has come")
  func keptBack() async throws {
    let site = try site()
    let event = InventedEvent(number: 0)
    func file(_ fields: String) -> String {
      "---\ntitle: '\(event.title(of: 0))'\n\(fields)\n---\n\n\(event.text(of: 0))\n"
    }
    site.write(file("date: 2026-03-01"), to: "a.md")
    try await site.sync()
    site.write(file("date: 2026-03-01\ndraft: true"), to: "a.md")
    let draft = try await site.sync()
    #expect(draft.articlesGone == 1 && draft.setAside.count == 1)

    site.write(file("date: 2027-02-01T00:00:00Z"), to: "a.md")
    #expect(try await site.sync().setAside.count == 1)
    site.clock = Date(timeIntervalSince1970: 1_802_000_000)
    site.restart()
    let due = try await site.sync()
    #expect(due.articlesChanged == 1 && due.setAside.isEmpty)
  }
}

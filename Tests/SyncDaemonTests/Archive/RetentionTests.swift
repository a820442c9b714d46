import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Retention", .overEachStore)
struct RetentionTests {
  @Test("what is older than archive_after leaves the open state, and every answer stays")
  func archives() async throws {
    let kept = try await AgeingSite.aged(archives: false)
    let aged = try await AgeingSite.aged()

    let state = try await aged.site.state
    #expect(state.articles.count == AgeingSite.fresh.count)
    #expect(state.ledger.stories.count == AgeingSite.fresh.count)
    #expect(state.files.count == AgeingSite.fresh.count)
    #expect(try aged.site.openStore.documents.numbers() == [1])
    #expect(try await aged.stories() == (try await kept.stories()))
    #expect(try aged.documents() == (try kept.documents()))
    let status = SiteView(
      site: aged.site.site, settings: aged.site.settings, pins: Pins(), state: state
    ).status()
    #expect(status.articles == 7)
    #expect(status.stories == 5)
    #expect(status.files == 7)
    #expect(status.archive.articles == 4)
    #expect(status.archive.documents == 1)
  }

  @Test("an archived file that lies where it lay is not read again, also after a start")
  func quiet() async throws {
    let aged = try await AgeingSite.aged()
    let before = try aged.documents()
    aged.site.restart()

    let report = try await aged.site.sync()

    #expect(report.filesSeen == 7)
    #expect(report.filesRead == 0)
    #expect(report.articles == 7)
    #expect(report.stories == 5)
    #expect(report.changes.isEmpty)
    #expect(report.documentsWritten.isEmpty)
    #expect(try aged.documents() == before)
    #expect(try await aged.site.state.articles.count == AgeingSite.fresh.count)
  }

  @Test("a start reads no archived document")
  func start() async throws {
    let aged = try await AgeingSite.aged()
    aged.site.restart()
    let documents = aged.site.openStore.documents
    let whole = try #require(try documents.read(1))
    let index = try #require(try documents.readIndex(1))
    // Nonsense, so that reading the document would fail.
    try documents.write(Array("nonsense".utf8), index: index, as: 1)

    let report = try await aged.site.sync()

    #expect(report.notes.isEmpty)
    #expect(report.articles == 7)
    try documents.write(whole, index: index, as: 1)
    #expect(try await aged.stories().count == 5)
  }

  /// The things that can happen to an archived article.
  enum Event: CaseIterable {
    case lateArticle, unrelatedArticle, changed, renamed, copied, removed, touched, full,
      publicLost, furtherFeed
    case pinned, otherTitle, otherAddress, fullAfterEdit, nothing
  }

  @Test(
    "whatever happens to what is archived, it ends as it would without an archive",
    arguments: Event.allCases)
  func events(_ event: Event) async throws {
    let kept = try await AgeingSite.aged(archives: false)
    let aged = try await AgeingSite.aged()
    for restarts in [false, true] {
      for ageing in [kept, aged] {
        if restarts { ageing.site.restart() }
        var request = SyncRequest()
        switch event {
        case .lateArticle: ageing.write(0, restarts ? 3 : 2)
        case .unrelatedArticle: ageing.write(restarts ? 3 : 2, 0)
        case .changed: ageing.write(0, 0, edits: restarts ? 2 : 1)
        case .renamed:
          ageing.site.rename(
            restarts ? "moved/1.md" : ageing.name(1, 0), to: restarts ? "again/2.md" : "moved/1.md")
        case .copied:
          ageing.site.write(
            InventedReport(event: 1, report: 0, edits: 1).file,
            to: restarts ? "copy2.md" : "copy.md")
        case .removed: ageing.site.remove(ageing.name(1, restarts ? 1 : 0))
        case .touched: ageing.write(1, 0)
        case .full: request.isFull = true
        case .fullAfterEdit:
          try ageing.site.edit(ageing.name(restarts ? 1 : 0, 0))
          request.isFull = true
        case .publicLost: try ageing.site.losePublic()
        case .furtherFeed:
          var feed = FeedSettings(name: restarts ? "second" : "first")
          feed.words = ["bridge"]
          feed.isMerged = !restarts
          ageing.site.settings.feeds.append(feed)
        case .pinned:
          ageing.site.pinsText =
            restarts
            ? "" : "together:\n  - [\(ageing.name(0, 0)), \(ageing.name(100, 0))]\n"
        case .otherTitle: ageing.site.settings.title = "Title \(restarts)"
        case .otherAddress:
          ageing.site.settings.baseURL = "https://site-\(restarts).example/"
        case .nothing: break
        }
        try await ageing.site.sync(request)
      }
      let comment = Comment(rawValue: "\(event), restarted: \(restarts)")
      #expect(try await aged.stories() == (try await kept.stories()), comment)
      let (found, expected) = (try aged.documents(), try kept.documents())
      #expect(
        FirstDifference.between(
          found.mapValues { Array($0.utf8) }, expected.mapValues { Array($0.utf8) }) == nil, comment
      )
      let view = try await aged.site.view
      #expect(try await kept.site.state.ledger == view.state.ledger, comment)
    }
  }

  @Test("a full look reads the files of the archive and opens only what they contradict")
  func full() async throws {
    let aged = try await AgeingSite.aged()
    let archives = try await aged.site.state.archives
    try #require(archives.keys.sorted() == [1])
    #expect(archives[1]?.merging == StoryConfiguration().modelDigest)

    let same = try await aged.site.sync(SyncRequest(isFull: true))

    #expect(same.filesRead == AgeingSite.old.count + AgeingSite.fresh.count)
    #expect(same.changes.isEmpty)
    #expect(same.documentsWritten.isEmpty)
    #expect(try await aged.site.state.archives == archives)

    try aged.site.edit(aged.name(0, 0))
    #expect(try await aged.site.sync().filesRead == 0)
    let other = try await aged.site.sync(SyncRequest(isFull: true))

    #expect(other.articlesChanged == 1)
    // It was opened, and closed again under the next number.
    #expect(try await aged.site.state.archives.keys.sorted() == [2])
  }

  @Test("a late article opens what it may belong to, and nothing else")
  func late() async throws {
    let aged = try await AgeingSite.aged()
    let archives = try await aged.site.state.archives

    aged.write(2, 0)
    let unrelated = try await aged.site.sync(SyncRequest(paths: [aged.site.file(aged.name(2, 0))]))
    #expect(unrelated.changes.map(\.kind) == ["created"])
    #expect(try await aged.site.state.archives == archives)

    aged.write(1, 2)
    let related = try await aged.site.sync(SyncRequest(paths: [aged.site.file(aged.name(1, 2))]))
    #expect(related.changes.map(\.kind) == ["extended"])
    #expect(try await aged.site.state.archives.isEmpty)
  }

  @Test("a full look groups anew what another model has grouped", arguments: ["other", nil])
  func otherModel(_ model: String?) async throws {
    let aged = try await AgeingSite.aged()
    let stories = try await aged.stories()
    var record = try #require(try await aged.site.state.archives[1])
    record.merging = model
    var store = aged.site.openStore
    _ = try store.load()
    try store.append([.archive(record)])
    aged.site.restart()

    try await aged.site.sync()
    #expect(try await aged.site.state.archives == [1: record])
    try await aged.site.sync(SyncRequest(isFull: true))

    let archives = try await aged.site.state.archives
    #expect(archives.keys.sorted() == [2])
    #expect(archives[2]?.merging == StoryConfiguration().modelDigest)
    #expect(try await aged.stories() == stories)
  }

  @Test("the list gives an archived story the title that other settings give its page")
  func otherTitle() async throws {
    let aged = try await AgeingSite.aged()
    let before = try #require(
      try await aged.stories().first { $0.articles.contains { $0.path == aged.name(0, 0) } })
    let second = try #require(before.articles.first { $0.title != before.title })
    var outlet = SourceSettings(name: second.source)
    outlet.rank = 1
    aged.site.settings.sources = [outlet]
    try await aged.site.sync()
    #expect(try await aged.site.state.ledger.stories[before.id] == nil, "it is not archived")

    let after = try await aged.stories().first { $0.id == before.id }

    #expect(after?.title == second.title)
    let page = try aged.documents()["stories/\(before.slug)/index.html"]
    #expect(
      page?.contains("<h1>\(second.title)</h1>") == true
        || page?.contains("<title>\(second.title)") == true)
  }

  @Test("a removed file withdraws its archived story, with tombstone and id")
  func removed() async throws {
    let aged = try await AgeingSite.aged()
    let story = try #require(
      try await aged.stories().first { $0.articles.contains { $0.path == aged.name(1, 0) } })
    aged.site.remove(aged.name(1, 0))
    aged.site.remove(aged.name(1, 1))

    let report = try await aged.site.sync()

    #expect(report.changes.map(\.id) == [story.id])
    #expect(report.changes.map(\.kind) == ["removed"])
    #expect(try await aged.site.state.ledger.retired[story.id] != nil)
    #expect(try #require(try aged.documents()["atom.xml"]).contains(story.id.rawValue))
  }

  @Test("a retired id leads to its story when that is archived, and the story answers to it")
  func alias() async throws {
    let ageing = try await AgeingSite()
    let site = ageing.site
    for (event, report) in AgeingSite.fresh + [(1, 1)] { site.remove(ageing.name(event, report)) }
    // The only article of a story becomes a report of the other one, under the address that it has.
    site.write(
      InventedReport(event: 0, report: 2).file.replacing(
        InventedReport(event: 0, report: 2).url, with: InventedReport(event: 1, report: 0).url),
      to: ageing.name(1, 0))
    try await site.sync()
    let retired = try #require(try await site.state.ledger.retired.values.first)
    let survivor = try #require(retired.survivor)
    let slug = try #require(try await site.state.ledger.stories[survivor]?.slug)
    // Stories that leave the window in two steps, so that an archive document of the feed announces
    // the tombstone.
    for event in [50, 51] { ageing.write(event, 0) }
    try await site.sync()
    for event in [200, 201, 202] { ageing.write(event, 0) }
    try await site.sync()
    site.restart()
    try await site.sync()

    let state = try await site.state
    #expect(state.ledger.stories[survivor] == nil)
    #expect(state.survivorSlug(of: retired.id) == slug)
    #expect(try await site.view.story(named: retired.id.rawValue)?.id == survivor)
  }
}

import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// An upgrade is no event: no id changes, nothing is withdrawn, and no unchanged entry becomes
/// unread again.
@Suite("A site of an older version", .overEachStore)
struct UpgradeTests {
  private func requests(_ isFull: Bool) -> [SyncRequest] {
    isFull ? [SyncRequest(), SyncRequest(isFull: true)] : [SyncRequest()]
  }

  @Test(
    "keeps every id, withdraws nothing and tells nothing anew, also when every file is read again",
    arguments: [false, true])
  func upgrade(isFull: Bool) async throws {
    let old = try UpgradedSite()
    let before = try old.whole()
    let shown = try old.shown()
    #expect(before.ledger.stories.count == 12 && before.ledger.retired.count == 2)
    for definition in FeedDefinition.all(old.site.settings) {
      let known = before.feeds[definition.name]
      #expect(known?.selection == definition.selection)
      #expect(known?.archivedText == definition.textDigest(old.site.settings))
    }
    var store = old.site.openStore
    #expect(try store.load().archives.count > 2)
    #expect(shown.keys.sorted() == ["", "every", "harbour"])

    for request in requests(isFull) {
      let report = try await old.site.sync(request)
      #expect(report.refused.isEmpty && report.setAside.isEmpty && report.notes.isEmpty)
    }

    let after = try old.whole()
    #expect(Set(after.ledger.stories.keys) == Set(before.ledger.stories.keys))
    #expect(after.ledger.retired == before.ledger.retired)
    for (id, story) in before.ledger.stories {
      #expect(after.ledger.stories[id]?.slug == story.slug)
      #expect(after.ledger.stories[id]?.published == story.published)
    }
    let shownNow = try old.shown()
    for (feed, entries) in shown {
      #expect(Set(shownNow[feed, default: [:]].keys) == Set(entries.keys), "feed \(feed)")
      for (id, entry) in entries {
        let now = try #require(shownNow[feed]?[id])
        #expect(now.published == entry.published, "\(id)")
        #expect(now.updated == entry.updated || now.text != entry.text, "\(id)")
      }
    }
    let again = try await old.site.sync(SyncRequest(isFull: true))
    #expect(again.documentsWritten.isEmpty && again.changes.isEmpty)
  }

  @Test("an article that is read differently, and so gets another id, stays what it was")
  func otherReading() async throws {
    let old = try UpgradedSite()
    // One of three articles of a file, an undated one, and one with an address.
    let state = try old.whole()
    let lines = try #require(state.files["day.jsonl"]).articles
    let undated = try #require(state.files["cheese.txt"]?.articles.first)
    let addressed = try #require(state.files["e10/a.md"]?.articles.first)
    let chosen = [lines[1], undated, addressed]
    var store = old.site.openStore
    let open = try store.load()
    let names = chosen.filter { open.articles[$0] != nil }
    #expect(names.count >= 2, "too much is archived for this test")
    var renamed: [ArticleID: ArticleID] = [:]
    for (number, id) in names.enumerated() { renamed[id] = ArticleID("article:former\(number)") }
    try old.renameBack(renamed)
    let before = try old.whole()
    let every = try #require(before.feeds["every"]).entries

    for request in requests(true) {
      let report = try await old.site.sync(request)
      #expect(report.refused.isEmpty && report.setAside.isEmpty)
      #expect(!report.changes.contains { ["created", "removed"].contains($0.kind) })
    }

    let after = try old.whole()
    for (now, former) in renamed {
      #expect(after.articles[former] == nil && after.articles[now] != nil)
      #expect(after.currentName(of: former) == now)
      #expect(after.placed[now]?.date == before.placed[former]?.date)
    }
    #expect(Set(after.ledger.stories.keys) == Set(before.ledger.stories.keys))
    #expect(after.ledger.retired == before.ledger.retired)
    for (id, story) in before.ledger.stories {
      #expect(after.ledger.stories[id]?.updated == story.updated, "\(story.title)")
      #expect(
        after.ledger.stories[id]?.articles
          == story.articles.map { name in
            renamed.first { $0.value == name }?.key ?? name
          }.sorted())
    }
    #expect(after.feeds["every"]?.entries == every)
    #expect(try Set(every.map(\.rawValue)).isSubset(of: old.shown()["every", default: [:]].keys))
    let former = try #require(renamed[undated] ?? renamed.values.sorted().first)
    #expect(try await old.site.view.article(named: former.rawValue) != nil)

    // Without state the published documents tell the former ids.
    let documents = try old.site.documents()
    try old.site.loseState()
    let rebuilt = try await old.site.sync()
    #expect(rebuilt.changes.isEmpty)
    #expect(try old.site.documents().filter { documents[$0] != $1 }.isEmpty)
  }
}

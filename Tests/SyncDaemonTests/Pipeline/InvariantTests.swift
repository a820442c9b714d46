import Foundation
import NewsModel
import SeededRandom
import Stories
import Testing

@testable import SyncDaemon

/// The invariants of the pipeline, a test for each.
@Suite("Invariants of the pipeline", .overEachStore)
struct InvariantTests {
  /// A site that has published two stories: one of three reports, one of a single report.
  private func publishedSite() async throws -> PipelineSite {
    let site = try PipelineSite()
    for report in 0..<3 {
      site.write(InventedReport(event: 0, report: report).file, to: "bridge\(report).md")
    }
    site.write(InventedReport(event: 1, report: 0).file, to: "other.md")
    try await site.sync()
    return site
  }

  private func ids(_ site: PipelineSite) async throws -> [EntryID] {
    try await site.state.ledger.stories.keys.sorted()
  }

  @Test("1: entry ids never change by a resync, a rename, a new member, a new title or lost state")
  func idsNeverChange() async throws {
    let site = try await publishedSite()
    let before = try await ids(site)
    #expect(before.count == 2)

    try await site.sync(SyncRequest(isFull: true))
    site.rename("bridge0.md", to: "moved/elsewhere.md")
    try await site.sync()
    site.write(InventedReport(event: 0, report: 3).file, to: "late.md")
    try await site.sync()
    site.write(InventedReport(event: 1, report: 0, retitled: 1).file, to: "other.md")
    try await site.sync()
    try site.loseState()
    try await site.sync()

    #expect(try await ids(site) == before)
    #expect(try await site.state.ledger.retired.isEmpty)
  }

  @Test(
    "2: the stories depend on the set of articles alone, not on the order in which they arrived")
  func orderOfArrival() async throws {
    let reports = (0..<2).flatMap { event in
      (0..<3).map { InventedReport(event: event, report: $0) }
    }
    var partitions: Set<[[ArticleID]]> = []
    for seed: UInt64 in 1...3 {
      var random = SeededGenerator(seed: seed)
      let site = try PipelineSite()
      for report in reports.shuffled(using: &random) {
        site.write(report.file, to: "\(report.event)-\(report.report).md")
        try await site.sync()
      }
      let stories = try await site.state.ledger.stories.values
      partitions.insert(stories.map(\.articles).sorted { $0[0] < $1[0] })
    }

    #expect(partitions.count == 1)
    #expect(partitions.first?.map(\.count) == [3, 3])
  }

  @Test(
    "3: the same state gives the same bytes, and one sync from nothing gives the same documents each time"
  )
  func sameBytes() async throws {
    let site = try await publishedSite()
    let before = try site.documents()

    let again = try await site.sync(SyncRequest(isFull: true))
    try site.loseState()
    try site.losePublic()
    try await site.sync()

    #expect(again.documentsWritten.isEmpty)
    #expect(try site.documents() == before)
  }

  @Test("4: updated moves only when a reader would notice something, and only forward")
  func updatedMovesForward() async throws {
    let site = try await publishedSite()
    func updated() async throws -> [EntryID: Date] {
      try await site.state.ledger.stories.mapValues(\.updated)
    }
    let before = try await updated()
    let bridge = try #require(
      try await site.state.ledger.stories.values.first { $0.articles.count == 3 }?.id)

    // Neither a touched file nor a renamed one is news to a reader.
    site.write(InventedReport(event: 0, report: 1).file + "\n", to: "bridge1.md")
    site.rename("bridge2.md", to: "bridge2-renamed.md")
    try await site.sync()
    #expect(try await updated() == before)

    // An independent report that joins is news.
    let independent = InventedReport(event: 3, report: 0)
    site.write(independent.file, to: "prize.md")
    site.pinsText =
      "together:\n  - [\(independent.url), bridge0.md, bridge1.md, bridge2-renamed.md]\n"
    try await site.sync()
    let after = try await updated()
    #expect(try #require(after[bridge]) > (try #require(before[bridge])))
    #expect(after.filter { $0.key != bridge } == before.filter { $0.key != bridge })
  }

  @Test(
    "5: of two published stories that become one the older id survives; the other redirects, has a tombstone, is an alias for ever"
  )
  func mergeAndSplit() async throws {
    let site = try await publishedSite()
    let stories = try await site.state.ledger.stories.values
    let older = try #require(
      stories.min { ($0.minted, $0.published, $0.id) < ($1.minted, $1.published, $1.id) })
    let other = try #require(stories.first { $0.id != older.id })

    let urls = [older, other].flatMap(\.articles).map(\.rawValue)
    site.pinsText = "together:\n  - [\(urls.joined(separator: ", "))]\n"
    let merge = try await site.sync()

    #expect(merge.changes.map(\.kind).sorted() == ["merged", "removed"])
    #expect(try await ids(site) == [older.id])
    var documents = try site.documents()
    let page = try #require(documents["stories/\(other.slug)/index.html"])
    #expect(page.contains("stories/\(older.slug)/"))
    let atom = try #require(documents["atom.xml"])
    #expect(atom.contains("deleted-entry") && atom.contains(other.id.rawValue))

    // Parted again: the alias stays, the part without the founding article gets an id of its own.
    site.pinsText = ""
    let split = try await site.sync()

    #expect(split.changes.map(\.kind).sorted() == ["created", "split"])
    let state = try await site.state
    #expect(state.ledger.story(of: older.founding)?.id == older.id)
    #expect(state.ledger.resolve(other.id) == older.id)
    #expect(state.ledger.stories[other.id] == nil)
    documents = try site.documents()
    #expect(documents["stories/\(other.slug)/index.html"] == page)
  }

  @Test(
    "6: a reader of public/ sees the old document or the new one, never a part of one",
    arguments: [
      MemoryFiles.Failure.refuses, .cutsShort, .losesPower,
    ])
  func wholeDocuments(failure: MemoryFiles.Failure) async throws {
    let site = try await publishedSite()
    let before = try site.documents()
    let start = site.memory
    site.write(InventedReport(event: 0, report: 3).file, to: "bridge3.md")
    try await site.sync()
    let after = try site.documents()

    // Every tenth call, since each of them costs a pass; the histories fail at random ones.
    for call in stride(from: 1, to: 90, by: 10) {
      site.restart()
      site.memory = start.afterKill()
      // `start` has the state after the last pass, so the new article is read again.
      try site.loseState()
      for (name, text) in before { site.memory.put(text, at: site.publicDirectory + "/" + name) }
      site.memory.fail(at: call, failure)
      // Silence is right: it fails at that call, or is finished before.
      _ = try? await site.sync()
      for (name, text) in try site.documents() where !name.contains("newsfold-tmp") {
        #expect(text == before[name] || text == after[name], "call \(call): \(name)")
      }
    }
  }

  @Test(
    "7: killed at any point and started again, it ends where it would have ended",
    arguments: [
      1, 2, 3, 4, 5, 8, 13, 21, 34, 55,
    ])
  func killed(at call: Int) async throws {
    let whole = try await publishedSite()
    let site = try await publishedSite()
    for site in [whole, site] {
      site.remove("other.md")
      site.write(InventedReport(event: 0, report: 3).file, to: "bridge3.md")
      site.write(InventedReport(event: 2, report: 0).file, to: "third.md")
    }
    try await whole.sync()

    site.memory.fail(at: call, .losesPower)
    // Silence is right: it fails at that call, or is finished before.
    _ = try? await site.sync()
    site.memory = site.memory.afterKill()
    site.restart()
    try await site.sync()

    #expect(try await site.state.ledger == (try await whole.state.ledger))
    let leftOver = try site.documents().filter { !$0.key.contains("newsfold-tmp") }
    #expect(leftOver == (try whole.documents()))
  }

  @Test("8: what newsfold writes is never read as input")
  func ownFiles() async throws {
    let site = try PipelineSite()
    site.settings.articles = ["."]
    site.write(InventedReport(event: 0, report: 0).file, to: "bridge.md")
    site.directory.make(directory: "public")
    site.directory.make(directory: "state")
    site.directory.write("<title>A page</title><p>of ours</p>", to: "public/index.html")
    site.directory.write("{\"title\": \"state\"}", to: "state/snapshot.json")

    let report = try await site.sync()

    #expect(report.filesSeen == 1)
    #expect(report.articles == 1)
  }
}

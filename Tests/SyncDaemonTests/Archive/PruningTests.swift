import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("Pruning", .overEachStore)
struct PruningTests {
  private func pruned() async throws -> AgeingSite {
    let ageing = try await AgeingSite.aged()
    ageing.site.settings.pruneAfter = .seconds(17 * 86_400)
    let report = try await ageing.site.sync()
    #expect(report.articlesPruned == 4)
    return ageing
  }

  @Test("texts go from the archive; ids, titles, addresses, decisions and every page stay")
  func texts() async throws {
    let kept = try await AgeingSite.aged(archives: false)
    let pruned = try await pruned()

    let archive = pruned.site.openStore.documents
    #expect(try archive.numbers() == [2])
    let text = String(decoding: try #require(try archive.read(2)), as: UTF8.self)
    #expect(text.contains("title") && !text.contains("engineer"))
    #expect(try pruned.documents() == (try kept.documents()))
    #expect(try await pruned.stories() == (try await kept.stories()))
    let view = try await pruned.site.view
    let story = try #require(try await pruned.stories().last)
    let whole = view.whole(try #require(view.story(named: story.slug)))
    #expect(whole.decisions?.isEmpty == false)
  }

  /// The things that a person may do to files of pruned articles.
  enum Event: CaseIterable {
    case removed, renamed, edited, full, copied, nothing
  }

  @Test(
    "their files may stay, move, change or go: nothing is told of them again",
    arguments: Event.allCases)
  func files(_ event: Event) async throws {
    let ageing = try await pruned()
    let (stories, documents) = (try await ageing.stories(), try ageing.documents())
    for restarts in [false, true] {
      if restarts { ageing.site.restart() }
      switch event {
      case .removed: ageing.site.remove(ageing.name(restarts ? 1 : 0, 0))
      case .renamed: ageing.site.rename(ageing.name(restarts ? 1 : 0, 0), to: "new\(restarts).md")
      case .edited: ageing.write(0, 0, edits: restarts ? 2 : 1)
      case .copied:
        ageing.site.write(InventedReport(event: 0, report: 0, edits: 1).file, to: "c\(restarts).md")
      case .full, .nothing: break
      }

      let report = try await ageing.site.sync(SyncRequest(isFull: event == .full))

      #expect(report.changes.isEmpty)
      #expect(try ageing.documents() == documents)
      let found = try await ageing.stories()
      #expect(found.map(\.id) == stories.map(\.id))
      #expect(found.map(\.articles.count) == stories.map(\.articles.count))
    }
  }

  @Test("with state lost and their files gone, pruned stories are not taken for withdrawn")
  func lostState() async throws {
    let ageing = try await pruned()
    for (event, report) in AgeingSite.old { ageing.site.remove(ageing.name(event, report)) }
    try await ageing.site.sync()
    let (stories, documents) = (try await ageing.stories(), try ageing.documents())
    try ageing.site.loseState()

    let report = try await ageing.site.sync()

    #expect(report.changes.isEmpty)
    #expect(try ageing.documents() == documents)
    let found = try await ageing.stories()
    #expect(found.map(\.id) == stories.map(\.id))
    #expect(found.map(\.title) == stories.map(\.title))
  }
}

import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

// Over files alone, because it is the calls for files that fail.
@Suite("Faults of the archive")
struct ArchiveFaultTests {
  /// The moves into the archive, out of it, and within it.
  enum Move: CaseIterable {
    case archiving, pruning, lateArticle, removedFile, full, fullAfterEdit
  }

  /// The continuations after the failure.
  enum Aftermath: CaseIterable {
    /// The same process tries again, as the service does.
    case goesOn
    /// Another process begins with all that was written.
    case restarts
    /// Another process begins with what had reached the disk.
    case losesPower
  }

  private func prepared(_ move: Move) async throws -> AgeingSite {
    let ageing = try await AgeingSite.aged(archives: move != .archiving)
    ageing.site.settings.archiveAfter = .seconds(16 * 86_400)
    switch move {
    case .archiving: break
    case .pruning: ageing.site.settings.pruneAfter = .seconds(17 * 86_400)
    case .lateArticle: ageing.write(0, 2)
    case .removedFile: ageing.site.remove(ageing.name(1, 0))
    case .full: break
    case .fullAfterEdit: try ageing.site.edit(ageing.name(0, 0))
    }
    return ageing
  }

  private func request(_ move: Move) -> SyncRequest {
    SyncRequest(isFull: move == .full || move == .fullAfterEdit)
  }

  @Test(
    "whatever call fails, and however, everything is remembered once and nothing is told twice",
    arguments: Move.allCases, MemoryFiles.Failure.allCases)
  func faults(move: Move, failure: MemoryFiles.Failure) async throws {
    let ageing = try await prepared(move)
    let site = ageing.site
    // The files in articles/ stay as they are from here on; the rest of the disk starts anew each
    // time.
    let disk = site.memory.afterKill()
    try await site.sync(request(move))
    let (stories, documents) = (try await ageing.stories(), try ageing.documents())
    var calls = 0
    for aftermath in Aftermath.allCases where aftermath != .goesOn || failure != .losesPower {
      var call = 0
      var isDone = false
      while !isDone {
        // Every call of a move that publishes nothing; ever fewer calls of one that publishes, too.
        call += move == .archiving || move == .pruning ? 1 : 1 + call / 2
        site.restart()
        site.memory = disk.afterKill()
        site.memory.fail(at: call, failure)
        // A failure is thrown, or noted if only the archive fails.
        isDone = (try? await site.sync(request(move)))?.notes.isEmpty == true
        switch aftermath {
        case .goesOn: break
        case .restarts:
          site.memory = site.memory.afterKill()
          site.restart()
        case .losesPower:
          site.memory = site.memory.afterPowerCut()
          site.restart()
        }

        let comment = Comment(rawValue: "\(move), \(failure) at call \(call), \(aftermath)")
        // A failure that was not reached must not hit what follows.
        site.memory.fail(at: .max, failure)
        // Only a full look notices an edit that leaves size and time.
        try await site.sync(SyncRequest(isFull: move == .fullAfterEdit))
        #expect(try await ageing.stories() == stories, comment)
        // A power cut may lose the names of renamed documents, but not the state.
        if aftermath != .losesPower { #expect(try ageing.documents() == documents, comment) }
        let state = try await site.state
        let counted = state.articles.count + state.archives.values.reduce(0) { $0 + $1.articles }
        #expect(counted == stories.flatMap(\.articles).count, comment)
        // A document that nothing names is gone after the next start but one, unless it was written
        // last.
        site.restart()
        _ = try await site.state
        #expect(try ageing.archiveNames().count <= state.archives.count + 1, comment)
      }
      calls += call
    }
    // A document, a journal and their syncs make more than ten calls. A loop that ended at once
    // would have tested nothing.
    #expect(calls > 10)
  }
}

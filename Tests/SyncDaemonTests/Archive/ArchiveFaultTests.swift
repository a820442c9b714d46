import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("Faults of the archive")
struct ArchiveFaultTests {
  /// What moves something into the archive, out of it, or within it.
  enum Move: CaseIterable {
    case archiving, pruning, lateArticle, removedFile, full, fullAfterEdit
  }

  /// What happens after the failure.
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
    // What lies in articles/ stays as it is from here on; the rest of the disk begins anew each
    // time.
    let disk = site.memory.afterKill()
    try await site.sync(request(move))
    let (stories, documents) = (try await ageing.stories(), try ageing.documents())
    var calls = 0
    for aftermath in Aftermath.allCases where aftermath != .goesOn || failure != .losesPower {
      var call = 0
      var isDone = false
      while !isDone {
        // Every call of what only moves; of what publishes, too, ever fewer.
        call += move == .archiving || move == .pruning ? 1 : 1 + call / 2
        site.restart()
        site.memory = disk.afterKill()
        site.memory.fail(at: call, failure)
        // What fails is thrown, or, of the archive alone, noted.
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
        // What was not reached is not to fail what follows.
        site.memory.fail(at: .max, failure)
        // Only a full look notices an edit that leaves size and time.
        try await site.sync(SyncRequest(isFull: move == .fullAfterEdit))
        #expect(try await ageing.stories() == stories, comment)
        // Names of documents that were renamed into place may be lost with the power; what is
        // remembered is not.
        if aftermath != .losesPower { #expect(try ageing.documents() == documents, comment) }
        let state = try await site.state
        let counted = state.articles.count + state.archives.values.reduce(0) { $0 + $1.articles }
        #expect(counted == stories.flatMap(\.articles).count, comment)
        // What nothing names is gone after the next start but one, if it is not the last that was
        // written.
        site.restart()
        _ = try await site.state
        #expect(try ageing.archiveNames().count <= state.archives.count + 1, comment)
      }
      calls += call
    }
    // A document, a journal and their syncs: a loop that ended at once would have tested nothing.
    #expect(calls > 10)
  }
}

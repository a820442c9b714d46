import NewsModel
import Testing

@testable import SyncDaemon

extension SiteHistory {
  /// The continuations after a pass that failed at one of its calls.
  enum Aftermath: CaseIterable {
    /// The process was killed, and is started again.
    case killed
    /// The power went, and with it everything that was not on the disk.
    case powerCut
    /// The disk refused; the process lives and tries again.
    case refused
    /// The disk was full; half of what was written is there.
    case cutShort

    var failure: MemoryFiles.Failure {
      switch self {
      case .killed, .powerCut: .losesPower
      case .refused: .refuses
      case .cutShort: .cutsShort
      }
    }
  }

  /// The documents and the state at the end of a pass.
  private struct Outcome {
    var documents: [String: [UInt8]]
    var state: SyncState
  }

  /// The steps that change articles, pins or settings without a pass of their own.
  private static let changes: [Step] = [
    .otherSettings, .edit, .rename, .remove, .comeBack, .retitle, .merge, .split, .unpin, .add,
  ]

  /// Changes several things at once and lets the pass over them fail at each of its writing calls.
  /// The next pass must end as one that does not fail.
  ///
  /// - Parameter step: 1 for every call, 2 for every second one, and so on.
  /// - Throws: Errors of a pass that must not fail.
  /// - Returns: The number of passes that failed.
  mutating func failEverywhere(step: Int) async throws -> Int {
    // Other settings in every second history: they change every document.
    let changes = Bool.random(using: &random) ? Self.changes : Self.changes + [.otherSettings]
    for place in 0..<Int.random(in: 2...6, using: &random) {
      let step =
        place == 0 ? changes[changes.count - 1] : changes.randomElement(using: &random) ?? .add
      steps.append(step)
      try await take(step)
    }
    site.restart()
    let disk = site.memory
    site.memory = disk.afterKill()
    _ = try await pass()
    let calls = site.memory.callCount
    let whole = try await outcome()
    var failures = 0
    for aftermath in Aftermath.allCases {
      for call in stride(from: Int.random(in: 1...step, using: &random), through: calls, by: step) {
        failures += 1
        site.restart()
        site.memory = disk.afterKill()
        site.memory.fail(at: call, aftermath.failure)
        let comment: Comment = "\(aftermath) at call \(call) of \(calls), \(comment)"
        // Silence is right: it is meant to fail.
        _ = try? await pass()
        switch aftermath {
        case .killed: site.memory = site.memory.afterKill()
        case .powerCut: site.memory = site.memory.afterPowerCut()
        case .refused, .cutShort: break
        }
        if aftermath.failure == .losesPower { site.restart() }
        let report = try await pass()
        #expect(report.refused.isEmpty && report.notes.isEmpty, comment)
        let written = report.documentsWritten
        #expect(Set(written).count == written.count, comment)
        let ended = try await outcome()
        #expect(FirstDifference.between(whole.documents, ended.documents) == nil, comment)
        #expect(ended.state.ledger == whole.state.ledger, comment)
        #expect(ended.state.feeds == whole.state.feeds, comment)
        #expect(ended.state.pending.isEmpty, comment)
      }
    }
    return failures
  }

  private func outcome() async throws -> Outcome {
    Outcome(
      documents: try site.memory.tree(site.publicDirectory), state: try await site.state)
  }
}

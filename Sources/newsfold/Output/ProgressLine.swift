import FoundationEssentials
import SyncDaemon
import Synchronization

/// Progress of long work on standard error: a line that overwrites itself on a terminal, a line a
/// stage elsewhere.
final class ProgressLine: Sendable {
  private struct Shown {
    var stage: PassStage?
    /// The stages that have a line of their own.
    var stages: Set<PassStage> = []
    var last: ContinuousClock.Instant?
  }

  private let start = ContinuousClock.now
  private let shown = Mutex(Shown())

  /// Work that is done sooner is not long: a person has not begun to wonder.
  private static let patience: Duration = .seconds(2)
  /// The shortest time between two looks of a terminal's line.
  private static let interval: Duration = .milliseconds(100)

  /// Shows what is done now.
  func show(_ stage: PassStage) {
    shown.withLock { shown in
      guard shown.stage != stage else { return }
      shown.stage = stage
      print(Self.words(stage), &shown, isStage: true)
    }
  }

  /// Shows how far a service is.
  func show(_ progress: ControlProgress) {
    if let total = progress.total {
      show(progress.done, of: total)
    } else if let stage = PassStage(rawValue: progress.stage) {
      show(stage)
    }
  }

  /// Shows how much of reading is done.
  func show(_ done: Int, of total: Int) {
    shown.withLock { shown in
      shown.stage = .read
      let passed = start.duration(to: .now)
      let seconds = max(
        0.001,
        Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18)
      let rate = Double(done) / seconds
      let left = rate > 0 ? Int(Double(total - done) / rate) : 0
      print(
        "\(done) of \(total) articles, \(Int(rate)) a second, \(left) s left", &shown,
        isStage: done == total)
    }
  }

  /// Shows something that is waited for.
  func wait(_ words: String) {
    shown.withLock { shown in
      guard shown.last == nil else { return }
      shown.last = .now
      if Output.hasTerminal { Output.progress(words) } else { Output.complain(words) }
    }
  }

  /// Clears the line.
  func end() {
    shown.withLock { shown in
      if shown.last != nil, Output.hasTerminal { Output.progress("") }
      shown.last = nil
    }
  }

  private func print(_ words: String, _ shown: inout Shown, isStage: Bool) {
    let now = ContinuousClock.now
    if Output.hasTerminal {
      if let last = shown.last, now - last < Self.interval, !isStage { return }
      shown.last = now
      Output.progress(words)
    } else if now - start > Self.patience, let stage = shown.stage,
      shown.stages.insert(stage).inserted
    {
      Output.complain(words)
    }
  }

  private static func words(_ stage: PassStage) -> String {
    switch stage {
    case .scan: "looking which files there are"
    case .read: "reading"
    case .fold: "folding articles into stories"
    case .compose: "making entries"
    case .remember: "storing what was decided"
    case .render: "making documents"
    case .publish: "publishing"
    }
  }
}

import FoundationEssentials
import SyncDaemon
import Synchronization

/// Shows the progress of long work on standard error.
///
/// On a terminal it is one line that overwrites itself; elsewhere it is one line a stage.
final class ProgressLine: Sendable {
  private struct Shown {
    var stage: PassStage?
    /// The stages for which a line has been printed.
    var stages: Set<PassStage> = []
    var last: ContinuousClock.Instant?
  }

  private let start = ContinuousClock.now
  private let shown = Mutex(Shown())

  /// The time before anything is shown: shorter work needs no progress.
  private static let patience: Duration = .seconds(2)
  /// The shortest time between two updates of a terminal's line.
  private static let interval: Duration = .milliseconds(100)

  /// Shows the stage that has begun.
  func show(_ stage: PassStage) {
    shown.withLock { shown in
      guard shown.stage != stage else { return }
      shown.stage = stage
      print(Self.words(stage), &shown, isStage: true)
    }
  }

  /// Shows the progress that a running service reports.
  func show(_ progress: ControlProgress) {
    if let total = progress.total {
      show(progress.done, of: total)
    } else if let stage = PassStage(rawValue: progress.stage) {
      show(stage)
    }
  }

  /// Shows the number of files read so far.
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

  /// Shows a wait and its reason.
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

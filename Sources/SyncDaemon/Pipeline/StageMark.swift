import Synchronization

/// The stage that a pass has reached.
final class StageMark: Sendable {
  private let reached = Mutex(PassStage.scan)

  /// The stage.
  var stage: PassStage { reached.withLock { $0 } }

  /// Goes on to a stage.
  func reach(_ stage: PassStage) { reached.withLock { $0 = stage } }
}

/// The error of a pass that failed, with its stage and path. What the pass had decided is kept, and
/// the next pass goes on from it.
public struct PassError: Error, CustomStringConvertible {
  /// The stage that failed.
  public let stage: PassStage
  /// The path at which it failed, if the cause names one.
  public let path: String?
  /// The cause.
  public let cause: any Error

  /// Makes the error of a stage.
  init(stage: PassStage, cause: any Error) {
    self.stage = stage
    self.cause = cause
    path =
      switch cause {
      case let error as FileError: error.path
      case let error as StateError: error.path
      default: nil
      }
  }

  /// The message: what failed, where, why, and what to do.
  public var description: String { "\(cause)" }
}

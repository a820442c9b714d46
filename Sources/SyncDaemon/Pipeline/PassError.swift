/// A pass that failed, with where it stood: what it had decided is kept, and the next pass goes on
/// from it.
public struct PassError: Error, CustomStringConvertible {
  /// The stage that failed.
  public let stage: PassStage
  /// The path that it failed at, where the cause names one.
  public let path: String?
  /// The cause.
  public let cause: any Error

  /// Says where something failed.
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

  /// The words: what failed, where, why, and what to do.
  public var description: String { "\(cause)" }
}

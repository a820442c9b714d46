/// A reason why notes of a publish target are not written.
public struct TargetNotesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place of the notes, for example a path.
  public var place: String
  /// The reason that the place gave.
  public var reason: String

  /// Makes an error.
  public init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// The message: what failed, where, why, and what to do.
  public var description: String {
    "cannot write what publishing remembers: \(place): \(reason). "
      + "Check the disk and its permissions."
  }
}

/// A reason why bytes are not read as XML.
public enum XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The document breaks a rule of XML 1.0, or has something that `XMLTree` does not read.
  case notWellFormed(line: Int, column: Int, reason: String)

  /// The message, to follow "PATH: ".
  public var description: String {
    switch self {
    case .notWellFormed(let line, let column, let reason):
      "line \(line), column \(column): \(reason)"
    }
  }
}

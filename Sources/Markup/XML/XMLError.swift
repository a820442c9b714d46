/// Why bytes are not taken for XML.
public enum XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The document breaks a rule of XML 1.0, or is one that is not read (`XMLTree`).
  case notWellFormed(line: Int, column: Int, reason: String)

  /// The reason in words, to follow "path: ".
  public var description: String {
    switch self {
    case .notWellFormed(let line, let column, let reason):
      "line \(line), column \(column): \(reason)"
    }
  }
}

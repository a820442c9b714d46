/// A reason why a text is not read as HTML.
public enum HTMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It has more bytes than the limit.
  case tooLarge(byteLimit: Int)
  /// Its elements are nested deeper than libxml2 goes.
  case tooDeep

  /// The message, to follow "PATH: ".
  public var description: String {
    switch self {
    case .tooLarge(let byteLimit):
      "the HTML has more than \(byteLimit) bytes"
    case .tooDeep:
      "the HTML nests its elements too deeply"
    }
  }
}

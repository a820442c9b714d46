/// Why a text is not taken for HTML.
public enum HTMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It has more bytes than the limit, which is given.
  case tooLarge(byteLimit: Int)
  /// Its elements are nested deeper than libxml2 goes.
  case tooDeep
  /// A tag in this line has more attributes than the limit, which is given.
  case tooManyAttributes(line: Int, limit: Int)

  /// The reason in words, to follow "path: ".
  public var description: String {
    switch self {
    case .tooLarge(let byteLimit):
      "the HTML has more than \(byteLimit) bytes"
    case .tooDeep:
      "the HTML nests its elements too deeply"
    case .tooManyAttributes(let line, let limit):
      "a tag in line \(line) has more than \(limit) attributes"
    }
  }
}

/// A reason why packed bytes are not read.
public enum PackingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// They are not those of a packed index, or of another version of it.
  case otherFormat
  /// Another program, or another model, has made them.
  case otherEngine
  /// They are not what was written.
  case damaged

  /// The reason in words.
  public var description: String {
    switch self {
    case .otherFormat: "it is of another version"
    case .otherEngine: "another version of newsfold has made it"
    case .damaged: "it is damaged"
    }
  }
}

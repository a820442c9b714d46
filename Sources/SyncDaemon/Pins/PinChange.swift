/// A change that a person makes to the pins by a command. Names are articles, as everywhere.
public enum PinChange: Hashable, Sendable {
  /// These are one story.
  case together([String])
  /// No two of these are one story.
  case apart([String])
  /// This one leads its story.
  case lead(String)
  /// The story that holds this article has this title.
  case title(String, of: String)
  /// Whatever is said of these is taken back.
  case unpin([String])

  /// The articles that it names.
  public var names: [String] {
    switch self {
    case .together(let names), .apart(let names), .unpin(let names): names
    case .lead(let name), .title(_, let name): [name]
    }
  }
}

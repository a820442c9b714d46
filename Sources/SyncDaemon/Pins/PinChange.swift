/// A change of the pins by a command. The names are articles, by id, path or permalink.
public enum PinChange: Hashable, Sendable {
  /// These articles are one story.
  case together([String])
  /// No two of these articles are one story.
  case apart([String])
  /// This article leads its story.
  case lead(String)
  /// The story that holds this article has this title.
  case title(String, of: String)
  /// Every pin of these articles is removed.
  case unpin([String])

  /// The articles that the change names.
  public var names: [String] {
    switch self {
    case .together(let names), .apart(let names), .unpin(let names): names
    case .lead(let name), .title(_, let name): [name]
    }
  }
}

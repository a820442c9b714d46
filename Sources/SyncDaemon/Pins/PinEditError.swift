/// A reason why pins were not changed.
public enum PinEditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A name that means no article.
  case noArticle(String)
  /// Two names that mean the same article.
  case sameArticle(String, String)
  /// The change contradicts other pins.
  case contradiction([String])
  /// There is no pin of these articles.
  case notPinned([String])
  /// The file is written in a way that a command cannot change.
  case notEditable(path: String, wanted: String)

  /// The message: what failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .noArticle(let name):
      "no such article: \"\(name)\". Give a path below the articles directory, an article id or a "
        + "permalink; `newsfold stories` lists them."
    case .sameArticle(let one, let other):
      "nothing was pinned: \"\(one)\" and \"\(other)\" are one article. Name another one."
    case .contradiction(let findings):
      "nothing was pinned: \(findings.joined(separator: " ")) "
        + "`newsfold unpin ARTICLE` takes back what is said of one."
    case .notPinned(let names):
      "nothing to take back: pins.yaml does not name \(names.joined(separator: ", ")). "
        + "Look there for what it does name."
    case .notEditable(let path, let wanted):
      "pins were not changed: \(path): it is written in a way that this command cannot change. "
        + "Edit it by hand: \(wanted)."
    }
  }
}

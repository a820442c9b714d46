public import NewsModel

/// The reason why a reader would want to know that an entry changed.
public enum SubstanceChange: Hashable, Sendable, CustomStringConvertible {
  /// A source with a report of its own joined the story.
  case independentSourceJoined(ArticleID)
  /// The canonical article, or the figures beside one another, give another number.
  case figureChanged(ArticleID)
  /// The canonical article says more than before, or something else.
  case textChanged(ArticleID)

  /// The article that caused it: its date is the new `updated`.
  public var cause: ArticleID {
    switch self {
    case .independentSourceJoined(let article), .figureChanged(let article),
      .textChanged(let article):
      article
    }
  }

  /// The reason in words.
  public var description: String {
    switch self {
    case .independentSourceJoined(let article): "an independent source joined: \(article)"
    case .figureChanged(let article): "a figure changed: \(article)"
    case .textChanged(let article): "the canonical text changed in substance: \(article)"
    }
  }
}

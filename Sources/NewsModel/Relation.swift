/// The relation of an article to the canonical one of its story.
public enum Relation: String, Codable, Hashable, Sendable {
  /// It is the canonical article.
  case canonical
  /// The same text, but for the outlet's own trimming.
  case repost
  /// The same report told in other words.
  case rewrite
  /// A report of its own about the same event.
  case independent
}

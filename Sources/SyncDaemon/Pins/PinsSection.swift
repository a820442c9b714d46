/// A key of `pins.yaml`.
enum PinsSection: String, CaseIterable, Sendable {
  /// Articles that are one story.
  case together
  /// Articles that are not one story.
  case apart
  /// Articles that lead.
  case lead
  /// Titles by article.
  case titles
}

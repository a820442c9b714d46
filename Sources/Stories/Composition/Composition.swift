public import NewsModel

/// A composed entry, and what else the composition found out.
public struct Composition: Hashable, Sendable {
  /// What is published.
  public var entry: Entry
  /// Which article leads, and why; nil for a story without articles.
  public var choice: CanonicalChoice?
  /// What the next change is judged by; goes to `Story.substance` as `stored`.
  public var substance: EntrySubstance
}

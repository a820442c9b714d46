public import NewsModel

/// A composed entry, the choice of its canonical article, and its substance.
public struct Composition: Hashable, Sendable {
  /// The entry.
  public var entry: Entry
  /// The choice of the canonical article, with its reason; nil for a story without articles.
  public var choice: CanonicalChoice?
  /// The substance by which the next change is judged; stored in `Story.substance` as `stored`.
  public var substance: EntrySubstance
}

/// Why an article represents its story: the clauses of the rule that left others out, in their
/// order.
///
/// Values, not words: every page says it in its own language (`Phrases` in `Feeds`).
public struct LeadReason: Hashable, Codable, Sendable {
  /// A clause of the rule (`CanonicalChoice` in `Stories`), in the order in which they are applied.
  public enum Clause: String, Hashable, Codable, Sendable, CaseIterable {
    /// There was nothing to choose from.
    case only
    /// The person pinned it.
    case pinned
    /// The others are in other languages than the site.
    case language
    /// The others repeat or retell texts of those that were left.
    case original
    /// The others are opinions, digests, live pages or anniversaries.
    case report
    /// The others' texts are cut.
    case complete
    /// The others' titles tease or shout.
    case statedTitle
    /// The settings prefer its outlet.
    case preferred
    /// The others are less central to the story.
    case central
    /// It was published first.
    case earliest
    /// The others are shorter by a good part, and dates do not tell.
    case fullest
    /// Nothing else told them apart.
    case id
  }

  /// One clause that left others out.
  public struct Step: Hashable, Codable, Sendable {
    /// The clause.
    public var clause: Clause
    /// The number of others that it left out.
    public var others: Int

    /// Makes a step.
    public init(_ clause: Clause, others: Int = 0) {
      self.clause = clause
      self.others = others
    }
  }

  /// The steps; none where there is no article.
  public var steps: [Step]

  /// Makes a reason.
  public init(_ steps: [Step] = []) { self.steps = steps }
}

public import FoundationEssentials

/// One decision about a story, for `newsfold show` and for "Why one story?" on its page.
public struct Decision: Hashable, Codable, Sendable {
  /// The kind of a decision.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// The story began.
    case created
    /// An article joined it.
    case joined
    /// An article left it, corrected or withdrawn.
    case left
    /// An article of it changed.
    case revised
    /// Another story was folded into it.
    case merged
    /// A part of it became a story of its own.
    case split
    /// Its last article went.
    case withdrawn
    /// It came back after it was withdrawn.
    case returned
  }

  /// The kind of the decision.
  public var kind: Kind
  /// The date of the article that caused it, not the time of the clock.
  public var date: Date
  /// The article that caused it.
  public var article: ArticleID?
  /// The other story of a merge or a split.
  public var other: EntryID?
  /// The article of the story with the highest score against the one that joined.
  public var closest: ArticleID?
  /// The terms of the score against `closest`, in log-odds, in the order in which they add up.
  public var evidence: [Evidence]
  /// The words that both articles share. Only composed entries have them, because only composing
  /// has the texts.
  public var shared: SharedSayings?

  /// One named term of a score.
  public struct Evidence: Hashable, Codable, Sendable {
    /// The term's name.
    public var name: String
    /// Its contribution in log-odds.
    public var contribution: Double

    /// Makes a term.
    public init(name: String, contribution: Double) {
      self.name = name
      self.contribution = contribution
    }
  }

  /// Makes a decision.
  public init(
    kind: Kind, date: Date, article: ArticleID? = nil, other: EntryID? = nil,
    closest: ArticleID? = nil, evidence: [Evidence] = []
  ) {
    self.kind = kind
    self.date = date
    self.article = article
    self.other = other
    self.closest = closest
    self.evidence = evidence
  }
}

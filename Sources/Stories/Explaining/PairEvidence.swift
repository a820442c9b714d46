/// The reasons why two articles are, or are not, close enough to be one story: named terms that add
/// up to the score.
public struct PairEvidence: Hashable, Codable, Sendable {
  /// A reason why two articles are never compared.
  public enum Reason: String, Codable, Hashable, Sendable {
    /// They share fewer than two of their heaviest terms.
    case tooLittleInCommon
    /// They are further apart in time than the window.
    case outsideWindow
  }

  /// The terms, in a fixed order; their contributions add up to `score`.
  public let terms: [EvidenceTerm]
  /// The score in log-odds.
  public let score: Double
  /// The threshold: groups of articles merge while their mean score exceeds it.
  public let threshold: Double
  /// The reason why the index never compares the two, in spite of the score; nil if it does.
  public let notCompared: Reason?
  /// The words behind the terms; nil if the texts were not at hand.
  public let words: SharedWords?
}

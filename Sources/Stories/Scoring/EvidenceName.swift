/// The kinds of evidence that two articles report one event; each is one term of the score.
public enum EvidenceName: String, CaseIterable, Codable, Hashable, Sendable {
  /// How close the two bodies are: the square root of the cosine of their 150 heaviest terms.
  case closeness
  /// How much of the one article's lead the other's text says: the greater share of the two.
  case leadCoverage
  /// How much of the one article's title the other's text says: the smaller share of the two.
  case titleCoverage
  /// The same, the greater share.
  case titleCoverageOneWay
  /// ln(1 + idf) of all terms that both leads hold: two leads of rare words in common say more than two of common ones.
  case sharedMass
  /// The share of numbers in title and lead that both articles give.
  case sharedNumbers
  /// One if both give numbers and have none in common.
  case differentNumbers
  /// The share of word pairs of the shorter article that the other repeats in order: a repost says the same sentences.
  case sharedPhrases
  /// ln(1 + distinct terms) of the shorter article: chance makes long texts alike.
  case length
  /// One if the same outlet published both: it rarely tells an event twice.
  case sameOutlet
  /// The odds before any evidence.
  case base
  /// What holds the text's part within ±6, so that no text outweighs every distance in time.
  case limit
  /// How many days apart they were published; −1, and a fixed contribution, where a date is no evidence.
  case time
}

/// The kinds of evidence that two articles report one event; each is one term of the score.
public enum EvidenceName: String, CaseIterable, Codable, Hashable, Sendable {
  /// The closeness of the two bodies: the square root of the cosine of their 150 heaviest terms.
  case closeness
  /// The share of one article's opening, its first 40 words with the title, that the other's text
  /// says: the greater of the two.
  case openingCoverage
  /// The share of one article's title that the other's text says: the smaller of the two.
  case titleCoverage
  /// ln(1 + idf) of all terms that both leads hold: leads with rare words in common say more than
  /// leads with common ones.
  case sharedMass
  /// ln(1 + distinct terms) of the longer article: a long text says much of any short one by
  /// chance.
  case length
  /// ln(1 + distinct terms) of the shorter article; across languages of the one with fewer pivot
  /// terms, sixteen to sixty: two headlines share three or four things where two reports share
  /// twenty.
  case shorterLength
  /// One if both leads give numbers and have none in common.
  case differentNumbers
  /// One if both openings name days of the week and have none in common.
  case differentDays
  /// One if the same outlet published both: it rarely tells an event twice.
  case sameOutlet
  /// ln(1 + *n*) of the *n* things that both articles say among the hundred that weigh most in
  /// each: what two languages have in common is many small things, or else one name.
  case breadth
  /// One if all that the openings have in common is one word, or nothing.
  case oneWord
  /// One if all that they have in common is one name of several words.
  case oneName
  /// One if both are short and name names, none in common.
  case otherNames
  /// One if both are notices of one outlet from one template, with other figures or names in its
  /// slots.
  case otherNotice
  /// The odds before any evidence.
  case base
  /// The correction that holds the text's part within bounds, so that no text outweighs every
  /// distance in time.
  case limit
  /// The days between their publication; −1, and a fixed contribution, where a date is no evidence.
  case time

  /// The terms that are told only where they hold.
  static let doubts: Set<EvidenceName> = [.oneWord, .oneName, .otherNames, .otherNotice]

  /// The terms that are a weight times a measured value.
  static let weighed: [EvidenceName] = [
    .closeness, .openingCoverage, .titleCoverage, .sharedMass, .length, .shorterLength,
    .differentNumbers, .differentDays, .sameOutlet, .base, .breadth, .oneWord, .oneName,
    .otherNames, .otherNotice,
  ]
}

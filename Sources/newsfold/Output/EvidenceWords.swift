import Feeds
import Stories

/// Evidence in the words of a person, for `explain` and `show`: those of the pages, with what was
/// measured.
enum EvidenceWords {
  /// The subject of a term, and what was measured, if that tells a person something.
  static func words(of term: String, value: Double?) -> String {
    guard let name = EvidenceName(rawValue: term) else { return term }
    let words = Phrases.english.terms[term] ?? term
    return words + (value.flatMap { measure(name, $0) }.map { " (\($0))" } ?? "")
  }

  private static func measure(_ name: EvidenceName, _ value: Double) -> String? {
    switch name {
    case .closeness: "\(hundredths(value)) of 1"
    case .openingCoverage, .titleCoverage: "\(Int((value * 100).rounded())) %"
    case .length, .shorterLength: "\(words(behind: value)) different words"
    case .breadth: "\(words(behind: value)) in common"
    case .time: value < 0 ? "one of them has no date" : "\(hundredths(value)) days"
    case .sharedMass, .differentNumbers, .differentDays, .sameOutlet, .oneWord, .oneName,
      .otherNames, .otherNotice, .base, .limit:
      nil
    }
  }

  /// The number of words that a length term counts: it is ln(1 + *n*).
  private static func words(behind value: Double) -> Int {
    // 2.718281828… to the power of the value, by its series: some thousands at most, and whole
    // words are enough.
    var (sum, term) = (1.0, 1.0)
    for step in 1...60 {
      term *= value / Double(step)
      sum += term
    }
    return Int(sum.rounded()) - 1
  }

  /// A number to two decimals.
  static func hundredths(_ value: Double) -> String { String((value * 100).rounded() / 100) }

  /// A contribution with its sign.
  static func signed(_ value: Double) -> String {
    let rounded = (abs(value) * 1000).rounded() / 1000
    return (value < 0 && rounded > 0 ? "-" : "+") + String(rounded)
  }

  /// The reason why two articles were never compared.
  static func words(_ reason: PairEvidence.Reason) -> String {
    switch reason {
    case .tooLittleInCommon:
      "their most telling words have too little in common for their distance in time"
    case .outsideWindow: "they were published further apart than the window of days"
    }
  }
}

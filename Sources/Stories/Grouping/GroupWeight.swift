/// The weight of reports in means over the pairs of two groups, in hundredths of one whole report
/// of one print.
///
/// Who prints what was printed says nothing new, so *n* prints weigh √*n*. A headline or a blurb
/// tells little, so its scores are the least certain: a report weighs by its length. Across
/// languages, where what a short text says is mostly lost, far more so.
struct GroupWeight: Hashable, Sendable {
  /// The weight of one whole report of one print.
  static let unit: Int64 = 100
  /// Reports of so many words weigh whole within their language; shorter ones as the root of their
  /// share, and three tenths at least.
  private static let wholeWords = 60.0
  private static let least = 0.3
  /// Across languages reports of so many words weigh whole; shorter ones as the square of their
  /// share, and a hundredth at least.
  private static let wholeWordsAcross = 250.0
  private static let leastAcross = 0.01

  /// The weight of the reports of one language.
  fileprivate struct Part: Hashable, Sendable {
    var language: LanguageCode
    var within: Int64
    var across: Int64
  }

  private var first: Part
  /// The languages beside that of the first report; most groups have none.
  private var others: [Part] = []

  /// The weight of a report.
  ///
  /// - Parameters:
  ///   - printCount: How many articles print it.
  ///   - wordCount: How many words the longest of them has.
  ///   - language: Their language.
  init(printCount: Int, wordCount: Int, language: LanguageCode) {
    let prints = Double(printCount).squareRoot() * Double(Self.unit)
    let share = min(1, Double(wordCount) / Self.wholeWords).squareRoot()
    let shareAcross = min(1, Double(wordCount) / Self.wholeWordsAcross)
    first = Part(
      language: language, within: Int64(prints * max(Self.least, share)),
      across: max(1, Int64(prints * max(Self.leastAcross, shareAcross * shareAcross))))
  }

  /// The weight of the reports within their languages.
  var total: Int64 { others.reduce(first.within) { $0 + $1.within } }

  /// The weight of a report across languages.
  var across: Int64 { others.reduce(first.across) { $0 + $1.across } }

  /// The weight of all pairs of reports of two groups.
  func pairs(with other: GroupWeight) -> Int64 {
    if others.isEmpty, other.others.isEmpty { return Self.pairs(first, other.first) }
    var sum: Int64 = 0
    for one in [first] + others {
      for another in [other.first] + other.others { sum += Self.pairs(one, another) }
    }
    return sum
  }

  private static func pairs(_ one: Part, _ other: Part) -> Int64 {
    one.language == other.language ? one.within * other.within : one.across * other.across
  }

  static func += (sum: inout GroupWeight, other: GroupWeight) {
    for part in [other.first] + other.others {
      if sum.first.language == part.language {
        sum.first.add(part)
      } else if let index = sum.others.firstIndex(where: { $0.language == part.language }) {
        sum.others[index].add(part)
      } else {
        sum.others.append(part)
      }
    }
  }
}

extension GroupWeight.Part {
  fileprivate mutating func add(_ other: Self) {
    within += other.within
    across += other.across
  }
}

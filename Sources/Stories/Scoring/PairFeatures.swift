/// The features that two texts share, as numbers; the evidence terms are multiples of them.
struct PairFeatures: Hashable, Sendable {
  /// One value an evidence term, in the order of `EvidenceName.weighed`; unused lanes are zero.
  var values = SIMD16<Double>(repeating: 0)
  /// Whether they tell of two languages, and so have weights of their own.
  var isAcrossLanguages = false

  /// Compares two articles; the same whichever comes first.
  ///
  /// - Complexity: O(*n* + *m*) in the distinct terms of the two.
  init(_ first: ArticleFeatures, _ second: ArticleFeatures) {
    var sums = SharedTerms()
    TermProbe(first).add(second.keys.indices, of: second, to: &sums)
    self.init(sums, first, second)
  }

  /// Compares two articles by the sums over all of their terms.
  init(_ sums: SharedTerms, _ first: ArticleFeatures, _ second: ArticleFeatures) {
    let openings = Self.shares(
      sums.openingInSecond, first.openingSum, sums.openingInFirst, second.openingSum)
    let titles = Self.shares(sums.titleInSecond, first.titleSum, sums.titleInFirst, second.titleSum)
    values[0] = Self.closeness(Double(sums.body))
    values[1] = openings.greater
    values[2] = titles.smaller
    values[3] = NaturalLogarithm.ofOnePlus(Double(sums.leadWeight) * FrequencyTable.unit)
    values[4] = max(first.lengthLogarithm, second.lengthLogarithm)
    values[5] = min(first.lengthLogarithm, second.lengthLogarithm)
    values[6] = first.numberCount > 0 && second.numberCount > 0 && !sums.sharesNumber ? 1 : 0
    values[7] = first.days != 0 && second.days != 0 && first.days & second.days == 0 ? 1 : 0
    values[8] = first.outlet == second.outlet && first.outlet != 0 ? 1 : 0
    values[9] = 1
  }

  /// The most that two articles may have in common in the terms that raise a score, and the least
  /// in those that lower it, when the sums tell of all of the first's terms and of those of the
  /// second's lead and body.
  ///
  /// What both leads and both bodies hold is known then, and so is how much of the second's opening
  /// and title the first says. Of the first's opening the rest of the second may say what is not
  /// heavier than it.
  ///
  /// - Parameters:
  ///   - sums: Over all of the first's terms and those of the second's lead and body.
  ///   - light: The weight, in the first's opening, of its terms that are no heavier than those of
  ///     the rest.
  ///   - first: An article.
  ///   - second: Another one.
  ///   - weights: Whose signs say what raises a score.
  init(
    leadAndBodySums sums: SharedTerms, light: Int, _ first: ArticleFeatures,
    _ second: ArticleFeatures, weights: SIMD16<Double>
  ) {
    self.init(sums, first, second)
    let most = min(first.openingSum, sums.openingInSecond + light)
    let openings = Self.shares(
      most, first.openingSum, sums.openingInFirst, second.openingSum)
    if weights[1] > 0 { values[1] = openings.greater }
    // The smaller of two shares is at most the one that is known.
    let known =
      second.titleSum == 0 ? 0 : Double(sums.titleInFirst) / Double(second.titleSum)
    values[2] = weights[2] > 0 ? (first.titleSum == 0 ? 0 : known) : 0
  }

  /// Adds what makes two texts that seem to tell one event doubtful; to be asked of a score that
  /// would be kept without.
  mutating func addDoubts(
    _ things: SharedThings, _ first: ArticleFeatures, _ second: ArticleFeatures
  ) {
    let (one, other) = (first.sequence.count, second.sequence.count)
    let words = min(one, other)
    // Nearly all of what they have in common is one thing. What a long text says behind its opening
    // speaks for itself; a headline has nothing else.
    if words < Self.shortText, max(one, other) < Self.longText,
      things.heaviest * 10 >= things.total * 9
    {
      if things.total > Self.mostOfOneWord {
        values[12] = 1
      } else {
        values[11] = words < Self.headline ? 2 : 1
      }
    }
    if NameContradiction.holds(first, second, sharing: things) { values[13] = 1 }
  }

  /// Adds that two articles are notices of two things (`NoticeSlots`), which no text outweighs.
  mutating func addOtherNotice() { values[14] = 1 }

  /// Words of a text that says more than its opening, of one that says little beside it, and of one
  /// that is hardly more than a headline.
  private static let longText = 80
  private static let shortText = 50
  private static let headline = 15

  /// The weight, as things, of one word that no table has and a common one beside it, in
  /// eightieths: 7.3.
  private static let mostOfOneWord = 584

  /// The pivot terms from which on a text says all that another language is asked for: a report of
  /// some hundred words. What it has beyond that says nothing of how much two reports should share.
  private static let wholeAcrossLanguages = 60
  /// Fewer are a headline's of which a language without translations leaves nothing but a name: one
  /// name is in many stories. With none a headline about Putin joins all that tell of him.
  private static let headlineAcrossLanguages = 16

  /// Compares two articles in different languages; the same whichever comes first.
  ///
  /// - Complexity: O(1): no more than a hundred pivot terms each.
  init(
    acrossLanguages first: borrowing ArticleFeatures, _ second: borrowing ArticleFeatures
  ) {
    isAcrossLanguages = true
    let (one, other) = (first.pivots, second.pivots)
    var (product, shared) = (0, 0)
    var (index, place) = (0, 0)
    while index < one.keys.count, place < other.keys.count {
      if one.keys[index] == other.keys[place] {
        product += Int(one.weights[index]) * Int(other.weights[place])
        shared += 1
        index += 1
        place += 1
      } else if one.keys[index] < other.keys[place] {
        index += 1
      } else {
        place += 1
      }
    }
    values[0] = Self.closeness(Double(product))
    values[5] = NaturalLogarithm.ofOnePlus(
      Double(
        max(
          Self.headlineAcrossLanguages,
          min(Self.wholeAcrossLanguages, one.keys.count, other.keys.count))))
    values[9] = 1
    values[10] = NaturalLogarithm.ofOnePlus(Double(shared))
  }

  /// The square root of the cosine of two bodies; both vectors have length 65,535.
  private static func closeness(_ product: Double) -> Double {
    (product / (65535.0 * 65535.0)).squareRoot()
  }

  private static func shares(
    _ first: Int, _ firstSum: Int, _ second: Int, _ secondSum: Int
  ) -> (smaller: Double, greater: Double) {
    let one = firstSum == 0 ? 0 : Double(first) / Double(firstSum)
    let other = secondSum == 0 ? 0 : Double(second) / Double(secondSum)
    return (min(one, other), max(one, other))
  }
}

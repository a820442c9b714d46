/// What two texts have in common, as numbers; the evidence terms are multiples of them.
struct PairFeatures: Hashable, Sendable {
  /// One value an evidence term, in the order of `EvidenceName.weighed`; unused lanes are zero.
  var values = SIMD16<Double>(repeating: 0)
  /// Whether they tell of two languages, and so have weights of their own.
  var isAcrossLanguages = false

  /// Compares two articles; the same whichever comes first.
  ///
  /// - Complexity: O(*n* + *m*) in the distinct terms of the two.
  init(_ first: ArticleFeatures, _ second: ArticleFeatures) {
    let sums = SharedTerms(first, second)
    let openings = Self.shares(
      sums.openingInSecond, first.openingSum, sums.openingInFirst, second.openingSum)
    let titles = Self.shares(sums.titleInSecond, first.titleSum, sums.titleInFirst, second.titleSum)
    // Both vectors have length 65,535.
    values[0] = (Double(sums.body) / (65535.0 * 65535.0)).squareRoot()
    values[1] = openings.greater
    values[2] = titles.smaller
    values[3] = NaturalLogarithm.ofOnePlus(Double(sums.leadWeight) * FrequencyTable.unit)
    values[4] = NaturalLogarithm.ofOnePlus(Double(max(first.terms.count, second.terms.count)))
    values[5] = NaturalLogarithm.ofOnePlus(Double(min(first.terms.count, second.terms.count)))
    values[6] = first.numberCount > 0 && second.numberCount > 0 && !sums.sharesNumber ? 1 : 0
    values[7] = first.days != 0 && second.days != 0 && first.days & second.days == 0 ? 1 : 0
    values[8] = first.outlet == second.outlet && first.outlet != 0 ? 1 : 0
    values[9] = 1
  }

  /// What two articles in different languages have in common; the same whichever comes first.
  ///
  /// - Complexity: O(1): no more than a hundred pivot terms each.
  init(acrossLanguages first: ArticleFeatures, _ second: ArticleFeatures) {
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
    values[0] = (Double(product) / (65535.0 * 65535.0)).squareRoot()
    values[8] = first.outlet == second.outlet && first.outlet != 0 ? 1 : 0
    values[9] = 1
    values[10] = NaturalLogarithm.ofOnePlus(Double(shared))
  }

  private static func shares(
    _ first: Int, _ firstSum: Int, _ second: Int, _ secondSum: Int
  ) -> (smaller: Double, greater: Double) {
    let one = firstSum == 0 ? 0 : Double(first) / Double(firstSum)
    let other = secondSum == 0 ? 0 : Double(second) / Double(secondSum)
    return (min(one, other), max(one, other))
  }
}

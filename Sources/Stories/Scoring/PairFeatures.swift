/// What two texts have in common, as numbers; the evidence terms are multiples of them.
struct PairFeatures: Hashable, Sendable {
  /// One value an evidence term, in the order of `EvidenceName.allCases`; unused lanes are zero.
  var values = SIMD16<Double>(repeating: 0)

  /// Compares two articles; the same whichever comes first.
  ///
  /// - Complexity: O(*n* + *m*) in the distinct terms of the two.
  init(_ first: ArticleFeatures, _ second: ArticleFeatures) {
    let sums = SharedTerms(first, second)
    let leads = Self.shares(sums.leadInSecond, first.leadSum, sums.leadInFirst, second.leadSum)
    let titles = Self.shares(sums.titleInSecond, first.titleSum, sums.titleInFirst, second.titleSum)
    // Both vectors have length 65,535.
    values[0] = (Double(sums.body) / (65535.0 * 65535.0)).squareRoot()
    values[1] = leads.greater
    values[2] = titles.smaller
    values[3] = titles.greater
    values[4] = NaturalLogarithm.ofOnePlus(Double(sums.leadWeight) * FrequencyTable.unit)
    let numbers = sums.firstNumbers + sums.secondNumbers - sums.sharedNumbers
    values[5] = numbers == 0 ? 0 : Double(sums.sharedNumbers) / Double(numbers)
    values[6] =
      sums.firstNumbers > 0 && sums.secondNumbers > 0 && sums.sharedNumbers == 0 ? 1 : 0
    values[7] = 0
    values[8] = NaturalLogarithm.ofOnePlus(Double(min(first.terms.count, second.terms.count)))
    values[9] = first.outlet == second.outlet && first.outlet != 0 ? 1 : 0
    values[10] = 1
  }

  private static func shares(
    _ first: Int, _ firstSum: Int, _ second: Int, _ secondSum: Int
  ) -> (smaller: Double, greater: Double) {
    let one = firstSum == 0 ? 0 : Double(first) / Double(firstSum)
    let other = secondSum == 0 ? 0 : Double(second) / Double(secondSum)
    return (min(one, other), max(one, other))
  }
}

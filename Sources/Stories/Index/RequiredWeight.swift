/// How much two articles of one language must have in common, among the heaviest terms of either, to be compared.
///
/// A shared term counts its weight once, and once more for either opening that says it.
/// The further apart in time the more, since their texts have to bring what the dates take.
struct RequiredWeight: Sendable {
  /// What is asked of articles that no date sets apart, in twentieths of static weight: 18.0, two rare words or six common ones.
  ///
  /// Of mix-dev's 6,612 pairs above the threshold, all compared with all, one shares 18.9 and the next 23.8 (HowStoriesAreMade,
  /// candidates).
  static let least: UInt16 = 360
  /// What is asked beyond that for each unit that the time term takes from a score, in twentieths: 15.0, where texts that score one
  /// more share some 20 more (same place).
  private static let perTimeUnit = 300.0
  /// Units of the time term that ask for nothing yet: without them two sentences of one event a day apart are lost (same place).
  private static let freeTimeUnits = 0.4

  /// By whole hours apart.
  private let byHour: [UInt16]

  /// What a model asks.
  init(model: MergeModel, windowDays: Int) {
    byHour = (0...max(1, windowDays * 24)).map { hour in
      let taken = max(0, -model.timeTerm(days: Double(hour) / 24) - Self.freeTimeUnits)
      return Self.least + UInt16(min(20_000, taken * Self.perTimeUnit))
    }
  }

  /// What is asked of two articles.
  func between(_ one: PublicationTime, _ other: PublicationTime) -> UInt16 {
    guard one.isEvidence, other.isEvidence else { return Self.least }
    let hours = abs(one.milliseconds - other.milliseconds) / (PublicationTime.day / 24)
    return byHour[min(Int(hours), byHour.count - 1)]
  }
}

extension RequiredWeight {
  /// What a term counts that two articles share.
  @inline(__always)
  static func share(_ weight: UInt8, isInOpening one: Bool, _ other: Bool) -> UInt16 {
    UInt16(weight) &* ((one ? 2 : 1) + (other ? 1 : 0))
  }
}

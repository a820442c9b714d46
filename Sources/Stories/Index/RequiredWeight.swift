/// The weight that two articles of one language must have in common, among the heaviest terms of
/// either, to be compared.
///
/// The further apart in time, the more: the texts have to make up for the dates.
struct RequiredWeight: Sendable {
  /// The least weight that two candidates share, in twentieths: 16.0, about two rare words, or one
  /// that both openings have. With it none of five collections' pairs above the threshold is lost
  /// (<doc:WhatIsMeasured>).
  static let least: UInt32 = 320
  /// The fewest terms that candidates in two languages share: a name alone is in many stories.
  static let countAcrossLanguages: UInt32 = 2
  /// The least weight for each unit that the time term takes from a score, in twentieths: 15.0;
  /// texts that score one more share some 20 more (same place).
  private static let perTimeUnit = 300.0
  /// The units of the time term that need no weight yet (same place).
  private static let freeTimeUnits = 0.4

  /// By whole hours apart.
  private let byHour: [UInt32]

  /// Makes the table of a model.
  init(model: MergeModel, windowDays: Int) {
    byHour = (0...max(1, windowDays * 24)).map { hour in
      let taken = -model.timeTerm(days: Double(hour) / 24) - Self.freeTimeUnits
      return max(Self.least, UInt32(min(20_000, max(0, taken) * Self.perTimeUnit)))
    }
  }

  /// Whether two articles share enough.
  func isMet(by shared: SharedWeight, _ one: PublicationTime, _ other: PublicationTime) -> Bool {
    guard one.isEvidence, other.isEvidence else { return shared.weight >= Self.least }
    let hours = abs(one.milliseconds - other.milliseconds) / (PublicationTime.day / 24)
    return shared.weight >= byHour[min(Int(hours), byHour.count - 1)]
  }
}

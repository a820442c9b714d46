/// How much two articles of one language must have in common, among the heaviest terms of either, to be compared.
///
/// The further apart in time the more, since their texts have to bring what the dates take.
struct RequiredWeight: Sendable {
  /// What any two candidates share weighs at least this, in twentieths: 16.0, about two rare words, or one that both openings say
  /// (with it none of five collections' pairs above the threshold is lost: <doc:WhatIsMeasured>).
  static let least: UInt32 = 320
  /// Terms that candidates in two languages share: a name alone is in many stories.
  static let countAcrossLanguages: UInt32 = 2
  /// What they weigh at least for each unit that the time term takes from a score, in twentieths: 15.0, where texts that score one
  /// more share some 20 more (same place).
  private static let perTimeUnit = 300.0
  /// Units of the time term that ask for nothing yet (same place).
  private static let freeTimeUnits = 0.4

  /// By whole hours apart.
  private let byHour: [UInt32]

  /// What a model asks.
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

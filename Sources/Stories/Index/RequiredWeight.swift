/// How much two articles of one language must have in common, among the heaviest terms of either, to be compared.
///
/// The further apart in time the more, since their texts have to bring what the dates take.
struct RequiredWeight: Sendable {
  /// Terms that candidates share (METHOD.md, step 4).
  static let count: UInt32 = 2
  /// What they weigh at least for each unit that the time term takes from a score, in twentieths: 10.0, where texts that score one
  /// more share some 20 more (HowStoriesAreMade, candidates).
  private static let perTimeUnit = 200.0
  /// Units of the time term that ask for nothing yet (same place).
  private static let freeTimeUnits = 0.4

  /// By whole hours apart.
  private let byHour: [UInt32]

  /// What a model asks.
  init(model: MergeModel, windowDays: Int) {
    byHour = (0...max(1, windowDays * 24)).map { hour in
      let taken = max(0, -model.timeTerm(days: Double(hour) / 24) - Self.freeTimeUnits)
      return UInt32(min(20_000, taken * Self.perTimeUnit))
    }
  }

  /// Whether two articles share enough.
  func isMet(by shared: SharedWeight, _ one: PublicationTime, _ other: PublicationTime) -> Bool {
    guard shared.count >= Self.count else { return false }
    guard one.isEvidence, other.isEvidence else { return true }
    let hours = abs(one.milliseconds - other.milliseconds) / (PublicationTime.day / 24)
    return shared.weight >= byHour[min(Int(hours), byHour.count - 1)]
  }
}

/// The sums over the terms of two articles that all evidence is made of, in whole numbers.
struct SharedTerms: Hashable, Sendable {
  /// Body · body.
  var body: UInt64 = 0
  /// The opening of the first that the second's text says, and the other way round.
  var openingInSecond = 0
  var openingInFirst = 0
  /// The title of the first that the second's text says, and the other way round.
  var titleInSecond = 0
  var titleInFirst = 0
  /// The static weight of the terms that both leads hold.
  var leadWeight = 0
  /// Whether both leads hold a number in common.
  var sharesNumber = false

  /// Adds a term that both hold.
  mutating func add(_ first: TermWeights, _ second: TermWeights, isNumber: Bool) {
    body += UInt64(first.body) * UInt64(second.body)
    openingInSecond += Int(first.opening)
    openingInFirst += Int(second.opening)
    titleInSecond += Int(first.title)
    titleInFirst += Int(second.title)
    if first.lead > 0, second.lead > 0 {
      leadWeight += Int(first.weight)
      if isNumber { sharesNumber = true }
    }
  }
}

import NewsModel

extension FigureReader {
  /// The reach before a number in which its toll is looked for: "the death toll from the storm that
  /// hit Lindby on Friday climbed to 19".
  private static let tollReach = 14

  /// A count that rose, or stands, at a number: the concept, and the first word that says so.
  ///
  /// "The death toll climbed to 19", "the number of injured stands at 45", "le bilan est passé à 19
  /// morts": before the number stands a verb of rising, before that what is counted; a toll without
  /// another word is of the dead.
  ///
  /// - Returns: The concept, the first word of the toll, and the words that tell it; what stands
  ///   between is the event.
  func risen(before index: Int) -> (concept: CountedConcept, start: Int, own: [UInt64])? {
    guard index > 0 else { return nil }
    var verb = index - 1
    if TollWords.isGoal(words[verb].full), verb > 0, !TollWords.isRise(words[verb].full) {
      verb -= 1
    }
    var isRisen = false
    for back in 0..<4 where verb - back >= 0 {
      let word = words[verb - back]
      if isNumber(word) { return nil }
      if TollWords.isRise(word.full) {
        isRisen = true
        verb -= back
        break
      }
    }
    guard isRisen else { return nil }
    var counted: CountedConcept?
    for at in stride(from: verb - 1, through: max(0, verb - Self.tollReach), by: -1) {
      let word = words[at]
      if TollWords.isToll(word.full) {
        // "Number" alone counts anything.
        guard let concept = counted ?? (FigureLexicon.tolls.contains(word.full) ? .killed : nil),
          concept != .attacks
        else { return nil }
        let start = at > 0 && words[at - 1].full == Self.death ? at - 1 : at
        return (concept, start, words[start...at].map(\.stem) + words[verb..<index].map(\.stem))
      }
      if isNumber(word) { return nil }
      // The word beside the toll is what it counts: "the toll of dead from the blast that injured
      // …".
      if let (concept, _) = concept(at: at) { counted = concept }
      if word.full == Self.death { counted = .killed }
    }
    return nil
  }

  private static let death = WordHash.of("death")

  /// Lives that were lost: "claimed 26 lives", "26 Menschen kamen ums Leben", "a coûté la vie à 26
  /// personnes".
  ///
  /// - Returns: The bytes from the number to the last word that says so, or from the first one to
  ///   what is counted.
  func lostLives(_ number: Number, before qualifier: Int) -> Range<Int>? {
    let (first, last) = (words[number.start], words[number.end - 1])
    var hasLoss = false
    for at in max(0, qualifier - 5)..<qualifier {
      if TollWords.isLoss(words[at].full) { hasLoss = true }
      // "the lives of 26 people"
      if TollWords.isLife(words[at].full), hasLoss, qualifier - at <= 3, number.end < words.count,
        isAdjacent(number.end - 1, number.end), CountedConcept.isPeople(words[number.end])
      {
        return words[at].start..<words[number.end].end
      }
    }
    var isLostBetween = false
    for at in number.end..<max(number.end, min(words.count, number.end + 6)) {
      guard isAdjacent(at - 1, at), !isNumber(words[at]) else { return nil }
      if TollWords.isLoss(words[at].full) { isLostBetween = true }
      guard TollWords.isLife(words[at].full) else { continue }
      // "26 lives were lost", "cost 26 fishermen their lives", "26 passengers lost their lives"
      let next = words[(at + 1)..<max(at + 1, min(words.count, at + 4))]
      let isLost = hasLoss || next.contains { TollWords.isLoss($0.full) }
      guard isLostBetween || (isLost && at <= number.end + 2) else { return nil }
      return first.start..<max(last.end, words[at].end)
    }
    return nil
  }
}

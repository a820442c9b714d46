/// All that scoring needs to know of an article's text, 14 bytes a distinct term and 2 a word.
///
/// In a language that is written in syllables the pairs of syllables that follow one another are
/// terms of the body, too (`SyllablePairs`): there they are its words.
struct FeatureValues: Hashable, Sendable {
  /// The language that its terms were made in.
  var language: LanguageCode
  /// The hash of the outlet, zero if unknown.
  var outlet: UInt32
  /// Its distinct terms (`TermHash`): those of the lead or the body, then the others, each in
  /// order. Apart from their weights, since most that is asked of them is whether they are there.
  var keys: [UInt32] = []
  /// The weights of `keys`, in their order.
  var weights: [TermWeights] = []
  /// The number of `keys` in the lead or the body.
  var leadAndBodyCount = 0
  /// The greatest static weight of the others, in twentieths.
  var othersWeight: UInt8 = 0
  /// The heaviest terms of the body and those of the opening, as indices into `keys`: what
  /// candidates share.
  var signature: [UInt16] = []
  /// The number of terms of `signature`, its first ones, that find articles at any distance in
  /// time.
  var farSignatureCount = 0
  /// Every running word in order as an index into `keys`, title first.
  var sequence: [UInt16] = []
  /// The number of words of `sequence` that are the title.
  var titleCount: Int = 0
  /// ln(1 + distinct terms), pairs of syllables not counted.
  var lengthLogarithm = 0.0
  /// The sum of `opening` over all terms.
  var openingSum: Int = 0
  /// The sum of `title` over all terms.
  var titleSum: Int = 0
  /// The distinct numbers in the title and the lead.
  var numberCount: Int = 0

  /// The days of the week that the first 60 words name, Monday in the lowest bit.
  var days: UInt8 = 0

  /// The terms of the body vector; with 100 or 250 no figure changes beyond noise.
  static let bodyCount = 150
  /// The words of the text that belong to the lead; with 60 no figure changes beyond noise.
  static let leadCount = 100
  /// The words of title and text that say what happened, before the background begins.
  static let openingCount = 40
  /// The words among which an article says on what day it happened.
  static let dayCount = 60
  /// The heaviest terms of the body, and those of the opening beside them, that candidates may
  /// share: of 40 + 25 no pair of any collection above the threshold shares too little
  /// (<doc:WhatIsMeasured>).
  static let signatureCounts = (body: 40, opening: 25)
  /// Those that they may share when they are not near in time: no pair above the threshold needs
  /// more (same place).
  static let farSignatureCounts = (body: 20, opening: 12)
  /// Words beyond this many are not read; the longest tenth of articles has under a thousand.
  static let wordLimit = 6000

  /// Weighs the words of an article.
  init(
    language: LanguageCode, outlet: UInt32, occurrences: some Collection<TermOccurrence>,
    titleCount: Int
  ) {
    self.language = language
    self.outlet = outlet
    self.titleCount = titleCount
    let words = Array(occurrences.prefix(Self.wordLimit))
    // The pairs run behind all words, where they are cut off again.
    let terms =
      language.isWrittenInSyllables
      ? words + SyllablePairs.pairs(words, titleCount: titleCount) : words
    let order = terms.indices.map { UInt64(terms[$0].term) << 32 | UInt64($0) }.sorted()
    let runs = Self.runs(order)
    keys = runs.map { UInt32(truncatingIfNeeded: order[$0.lowerBound] >> 32) }
    weights = runs.map { run in
      let word = terms[Int(order[run.lowerBound] & 0xFFFF_FFFF)]
      return TermWeights(
        body: 0, lead: 0, title: 0, opening: 0, weight: word.weight, calendar: word.calendar,
        isName: run.contains { terms[Int(order[$0] & 0xFFFF_FFFF)].isName })
    }
    sequence = [UInt16](repeating: 0, count: terms.count)
    for (index, run) in runs.enumerated() {
      for position in run { sequence[Int(order[position] & 0xFFFF_FFFF)] = UInt16(index) }
    }
    let pairs = sequence[words.count...]
    sequence.removeLast(pairs.count)
    let ranked = weigh(pairs: pairs)
    let opening = keys.indices.filter { weights[$0].opening > 0 }.sorted {
      (weights[$0].opening, keys[$1]) > (weights[$1].opening, keys[$0])
    }
    for counts in [Self.farSignatureCounts, Self.signatureCounts] {
      farSignatureCount = signature.count
      for index in ranked.prefix(counts.body) + opening.prefix(counts.opening)
      where !signature.contains(UInt16(index)) {
        signature.append(UInt16(index))
      }
    }
    separate()
  }

  /// Those words of the article that are to be kept, weighed as an article of their own.
  ///
  /// Scores are the same as if they had been given as running words.
  func keeping(_ isKept: [Bool]) -> FeatureValues {
    guard language.isWrittenInSyllables else { return FeatureValues(self, keeping: isKept) }
    // What is left meets in new pairs.
    let words = zip(sequence, isKept).filter(\.1).map { index, _ in
      let term = weights[Int(index)]
      return TermOccurrence(
        term: keys[Int(index)], weight: term.weight, calendar: term.calendar, isName: term.isName)
    }
    return FeatureValues(
      language: language, outlet: outlet, occurrences: words,
      titleCount: isKept.prefix(titleCount).count { $0 })
  }

  /// The kept words without a signature and without pairs of syllables; no terms are apart from the
  /// others.
  private init(_ article: FeatureValues, keeping isKept: [Bool]) {
    language = article.language
    outlet = article.outlet
    titleCount = isKept.prefix(article.titleCount).count { $0 }
    var places = [UInt16](repeating: .max, count: article.keys.count)
    sequence.reserveCapacity(article.sequence.count)
    for (index, old) in article.sequence.enumerated() where isKept[index] {
      var place = places[Int(old)]
      if place == .max {
        place = UInt16(keys.count)
        places[Int(old)] = place
        keys.append(article.keys[Int(old)])
        weights.append(article.weights[Int(old)])
      }
      sequence.append(place)
    }
    leadAndBodyCount = keys.count
    _ = weigh()
  }

  /// Puts the terms of the lead and the body before the others.
  private mutating func separate() {
    let isBefore = weights.map { $0.lead > 0 || $0.body > 0 }
    let order = keys.indices.filter { isBefore[$0] } + keys.indices.filter { !isBefore[$0] }
    var places = [UInt16](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = UInt16(place) }
    keys = order.map { keys[$0] }
    weights = order.map { weights[$0] }
    signature = signature.map { places[Int($0)] }
    sequence = sequence.map { places[Int($0)] }
    leadAndBodyCount = isBefore.count { $0 }
    othersWeight = weights[leadAndBodyCount...].lazy.map(\.weight).max() ?? 0
  }

  /// Weighs the terms by where they run.
  ///
  /// - Parameter pairs: The pairs of syllables, as indices into `keys`.
  /// - Returns: The terms of the body, the heaviest first.
  private mutating func weigh(pairs: ArraySlice<UInt16> = []) -> ArraySlice<Int> {
    var tallies = TermTally.tallies(sequence, keyCount: keys.count, titleCount: titleCount)
    lengthLogarithm = NaturalLogarithm.ofOnePlus(Double(tallies.count { $0.count > 0 }))
    for pair in pairs { tallies[Int(pair)].count += 1 }
    for index in sequence.prefix(Self.dayCount) {
      days |= weights[Int(index)].calendar.weekdayBit
    }
    var bodyWeights: [UInt32] = []
    bodyWeights.reserveCapacity(keys.count)
    for (index, tally) in tallies.enumerated() {
      let weight = weights[index].weight
      weights[index].body = 0
      weights[index].lead = TermFrequency.weight(Int(tally.inLead), weight)
      weights[index].title = TermFrequency.weight(Int(tally.inTitle), weight)
      weights[index].opening = TermFrequency.weight(Int(tally.inOpening), weight)
      bodyWeights.append(UInt32(TermFrequency.weight(Int(tally.count), weight)))
      openingSum += Int(weights[index].opening)
      titleSum += Int(weights[index].title)
      if keys[index] & 1 == 1, weights[index].lead > 0 { numberCount += 1 }
    }
    // Heaviest first, ties by term, so that the choice is a function of the words alone: as one
    // number, to sort fast.
    var order: [UInt64] = []
    order.reserveCapacity(keys.count)
    for index in keys.indices where bodyWeights[index] > 0 {
      order.append(
        UInt64(65535 - bodyWeights[index]) << 48 | UInt64(keys[index]) << 16 | UInt64(index))
    }
    order.sort()
    let ranked = order.prefix(Self.bodyCount).map { Int($0 & 0xFFFF) }[...]
    let length = Double(ranked.reduce(0) { $0 + Int(bodyWeights[$1]) * Int(bodyWeights[$1]) })
      .squareRoot()
    for index in ranked {
      weights[index].body = UInt16((Double(bodyWeights[index]) / length * 65535).rounded())
    }
    return ranked
  }

  /// Where each term lies in `order`.
  private static func runs(_ order: [UInt64]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end] >> 32 == order[start] >> 32 { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }
}

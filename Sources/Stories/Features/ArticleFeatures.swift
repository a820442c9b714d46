/// All that scoring needs to know of an article's text, about 12 bytes a distinct term and 2 a word.
struct ArticleFeatures: Hashable, Sendable {
  /// The language that its terms were made in.
  var language: LanguageCode
  /// The hash of the outlet, zero if unknown.
  var outlet: UInt32
  /// Its distinct terms, ordered by term.
  var terms: [TermWeights]
  /// The heaviest terms of the body, heaviest first, then those of the opening: what candidates share.
  var signature: [UInt32]
  /// Every running word in order as an index into `terms`, title first.
  var sequence: [UInt16]
  /// How many of `sequence` are the title.
  var titleCount: Int
  /// The sum of `lead` over all terms.
  var leadSum: Int
  /// The sum of `opening` over all terms.
  var openingSum: Int
  /// The sum of `title` over all terms.
  var titleSum: Int
  /// The distinct numbers in the title and the lead.
  var numberCount: Int

  /// The days of the week that the first 60 words name, Monday in the lowest bit.
  var days: UInt8
  /// What it says in any language.
  var pivots: PivotFeatures

  /// The terms of the body vector (METHOD.md, step 3).
  static let bodyCount = 150
  /// The words of the text that belong to the lead (METHOD.md, step 3).
  static let leadCount = 100
  /// The words of title and text that say what happened, before the background begins.
  static let openingCount = 40
  /// The words among which an article says on what day it happened.
  static let dayCount = 60
  /// The heaviest terms of the body that candidates may share (METHOD.md, step 3).
  static let signatureCount = 20
  /// The heaviest terms of the opening that candidates may share, beside those of the body.
  ///
  /// 20 + 12 lose 7 of 6,344 pairs of mix-dev above the threshold, none above 0.5; 25 of the body alone lose 20 and find more
  /// candidates among short texts (HowStoriesAreMade, candidates).
  static let openingSignatureCount = 12
  /// Words beyond this many are not read; the longest tenth of articles has under a thousand.
  static let wordLimit = 6000

  /// Weighs the words of an article.
  init(
    language: LanguageCode, outlet: UInt32, occurrences: some Collection<TermOccurrence>,
    titleCount: Int, pivots: PivotFeatures
  ) {
    self.pivots = pivots
    self.language = language
    self.outlet = outlet
    self.titleCount = titleCount
    let words = Array(occurrences.prefix(Self.wordLimit))
    let order = words.indices.map { UInt64(words[$0].term) << 32 | UInt64($0) }.sorted()
    let leadEnd = titleCount + Self.leadCount
    var terms: [TermWeights] = []
    var sequence = [UInt16](repeating: 0, count: words.count)
    var bodyWeights: [UInt32] = []
    var days: UInt8 = 0
    var start = 0
    while start < order.count {
      let term = UInt32(truncatingIfNeeded: order[start] >> 32)
      var end = start
      var inTitle = 0
      var inLead = 0
      var inOpening = 0
      while end < order.count, UInt32(truncatingIfNeeded: order[end] >> 32) == term {
        let position = Int(order[end] & 0xFFFF_FFFF)
        sequence[position] = UInt16(terms.count)
        if position < titleCount { inTitle += 1 }
        if position < leadEnd { inLead += 1 }
        if position < Self.openingCount { inOpening += 1 }
        if position < Self.dayCount { days |= (1 << words[position].day) >> 1 }
        end += 1
      }
      let word = words[Int(order[start] & 0xFFFF_FFFF)]
      let weight = word.weight
      terms.append(
        TermWeights(
          term: term, body: 0, lead: TermFrequency.weight(inLead, weight),
          title: TermFrequency.weight(inTitle, weight),
          opening: TermFrequency.weight(inOpening, weight), weight: weight, day: word.day))
      bodyWeights.append(UInt32(TermFrequency.weight(end - start, weight)))
      start = end
    }
    // Heaviest first, ties by term, so that the choice is a function of the words alone.
    let ranked = terms.indices.filter { bodyWeights[$0] > 0 }.sorted {
      (bodyWeights[$0], terms[$1].term) > (bodyWeights[$1], terms[$0].term)
    }.prefix(Self.bodyCount)
    let length = Double(ranked.reduce(0) { $0 + Int(bodyWeights[$1]) * Int(bodyWeights[$1]) })
      .squareRoot()
    for index in ranked {
      terms[index].body = UInt16((Double(bodyWeights[index]) / length * 65535).rounded())
    }
    let heaviest = ranked.prefix(Self.signatureCount).map { terms[$0].term }
    let opening = terms.filter { $0.opening > 0 }.sorted {
      ($0.opening, $1.term) > ($1.opening, $0.term)
    }.prefix(Self.openingSignatureCount).map(\.term)
    signature = heaviest + opening.filter { !heaviest.contains($0) }
    leadSum = terms.reduce(0) { $0 + Int($1.lead) }
    openingSum = terms.reduce(0) { $0 + Int($1.opening) }
    titleSum = terms.reduce(0) { $0 + Int($1.title) }
    numberCount = terms.count { $0.isNumber && $0.lead > 0 }
    self.days = days
    self.terms = terms
    self.sequence = sequence
  }

  /// The terms of the title in order.
  var title: [UInt32] { sequence.prefix(titleCount).map { terms[Int($0)].term } }

  /// The running words again, as they were given.
  var occurrences: [TermOccurrence] {
    sequence.map {
      TermOccurrence(
        term: terms[Int($0)].term, weight: terms[Int($0)].weight, day: terms[Int($0)].day)
    }
  }
}

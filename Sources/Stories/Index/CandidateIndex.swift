/// Finds the articles that are to be compared with one.
///
/// In its own language these share enough of the heaviest terms of either (`RequiredWeight`), in
/// others two of their heaviest pivot terms, and they are near enough in time. A pure function of
/// the two articles decides; the lists only find them.
struct CandidateIndex: Sendable {
  private var terms: TermPostings
  private var pivots: TermPostings
  private let reach: TimeReach
  private let required: RequiredWeight
  private let comparison: StoryConfiguration.Comparison
  /// The times of the articles by slot. They are stored apart from all else, because many are
  /// looked at and few found.
  private var times: [PublicationTime] = []
  /// The number of articles in each language: a site in one language lists pivot terms and never
  /// searches for them.
  private var articleCounts: [LanguageCode: Int] = [:]
  /// Whether an article is listed, by slot, when all are compared: copies that follow another one
  /// are not.
  private var isListed: [Bool] = []

  /// Makes empty lists.
  ///
  /// - Parameters:
  ///   - reach: The distance in time of candidates.
  ///   - required: The weight that candidates have in common.
  ///   - comparison: Whether they need that.
  init(
    reach: TimeReach, required: RequiredWeight,
    comparison: StoryConfiguration.Comparison = .candidates
  ) {
    self.reach = reach
    self.required = required
    self.comparison = comparison
    terms = TermPostings(reach: reach)
    pivots = TermPostings(reach: reach)
  }

  /// Makes empty lists for a configuration.
  init(_ configuration: StoryConfiguration) {
    self.init(
      reach: TimeReach(
        windowDays: configuration.windowDays, farthestDays: configuration.model.farthestDays,
        fileDates: configuration.fileDates),
      required: RequiredWeight(model: configuration.model, windowDays: configuration.windowDays),
      comparison: configuration.comparison)
  }

  /// Lists an article.
  mutating func insert(_ article: PreparedArticle, slot: Int32) {
    articleCounts[article.features.language, default: 0] += 1
    while times.count <= slot { times.append(article.time) }
    times[Int(slot)] = article.time
    setListed(true, slot)
    terms.insert(article, under: Self.terms(article), slot: slot)
    pivots.insert(article, under: article.features.pivots.signature, slot: slot)
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, slot: Int32) {
    let language = article.features.language
    articleCounts[language, default: 1] -= 1
    if articleCounts[language] == 0 { articleCounts[language] = nil }
    setListed(false, slot)
    terms.remove(article, under: Self.terms(article), slot: slot)
    pivots.remove(article, under: article.features.pivots.signature, slot: slot)
  }

  private mutating func setListed(_ isListed: Bool, _ slot: Int32) {
    guard comparison == .exhaustive else { return }
    while self.isListed.count < times.count { self.isListed.append(false) }
    self.isListed[Int(slot)] = isListed
  }

  /// Finds the articles to compare with one for a score that may be kept.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - tally: For the search; empty before and after.
  /// - Returns: Their slots in no order, its own among them if it is listed.
  func slots(sharing article: PreparedArticle, tally: inout SlotTally) -> [Int32] {
    let (features, time) = (article.features, article.time)
    if comparison == .exhaustive {
      return times.indices.filter { isListed[$0] && reach.mayKeep(time, times[$0]) }
        .map(Int32.init)
    }
    tally.reserve(times.count)
    terms.add(Self.terms(article), in: features.language, near: time, to: &tally)
    var found = tally.drain { slot, sum in
      // Most share too little at any time: they need no look at theirs.
      guard sum.weight >= RequiredWeight.least else { return false }
      let other = times[Int(slot)]
      return required.isMet(by: sum, time, other) && reach.mayKeep(time, other)
    }
    for language in articleCounts.keys where language != features.language {
      pivots.add(features.pivots.signature, in: language, near: time, to: &tally)
      found += tally.drain { slot, sum in
        sum.count >= RequiredWeight.countAcrossLanguages && reach.mayKeep(time, times[Int(slot)])
      }
    }
    return found
  }

  /// The reason why two articles are never compared; nil if they are.
  func reasonNotToCompare(_ one: PreparedArticle, _ other: PreparedArticle) -> PairEvidence.Reason?
  {
    if !reach.covers(one.time, other.time) { return .outsideWindow }
    if comparison == .exhaustive { return nil }
    let (first, second) = (one.features, other.features)
    guard first.language == second.language else {
      let count = Self.shared(first.pivots.signature, second.pivots.signature).count
      return count >= RequiredWeight.countAcrossLanguages ? nil : .tooLittleInCommon
    }
    var (terms, others) = (Self.terms(one), Self.terms(other))
    if !TimeReach.isNear(one.time, other.time) {
      terms.removeAll { !$0.reachesFar }
      others.removeAll { !$0.reachesFar }
    }
    let isEnough = required.isMet(by: Self.shared(terms, others), one.time, other.time)
    return isEnough ? nil : .tooLittleInCommon
  }

  /// The least weight of an article's heaviest terms together if it tells of an event, in
  /// twentieths: 10.0. Headings of columns ("Letters to the editor", "Weather forecast") weigh up
  /// to 9, the least report of any collection 14.
  private static let leastOfAnEvent: UInt32 = 200

  /// The terms by which an article is found in its language: none for an article of one word or of
  /// few common ones, which tells of no event.
  private static func terms(_ article: PreparedArticle) -> [SignatureTerm] {
    let terms = article.features.signature
    let weight = terms.reduce(0) { $0 + UInt32($1.weight) }
    return terms.count > 1 && weight >= leastOfAnEvent ? terms : []
  }

  /// The weight that two articles share.
  private static func shared(_ terms: [SignatureTerm], _ others: [SignatureTerm]) -> SharedWeight {
    let others = Dictionary(uniqueKeysWithValues: others.map { ($0.key, $0.isInOpening) })
    return terms.reduce(SharedWeight()) { sum, term in
      guard let isInOpening = others[term.key] else { return sum }
      return sum + SharedWeight(term.weight, isInOpening: term.isInOpening, isInOpening)
    }
  }
}

/// Finds the articles that are to be compared with one.
///
/// In its own language these share at least two signature terms with it, in others two of their heaviest pivot terms, and they are
/// near enough in time. A pure function of the two articles decides; the lists only find them.
struct CandidateIndex: Sendable {
  private var terms: TermPostings
  private var pivots: TermPostings
  private let reach: TimeReach
  /// How many articles there are in each language: a site in one language lists pivot terms and never searches for them.
  private var articleCounts: [LanguageCode: Int] = [:]

  /// Makes empty lists.
  ///
  /// - Parameter reach: How near in time candidates are.
  init(reach: TimeReach) {
    self.reach = reach
    terms = TermPostings(reach: reach)
    pivots = TermPostings(reach: reach)
  }

  /// Lists an article.
  mutating func insert(_ article: PreparedArticle, slot: Int32) {
    articleCounts[article.features.language, default: 0] += 1
    terms.insert(article, under: article.features.signature, slot: slot)
    pivots.insert(article, under: article.features.pivots.signature, slot: slot)
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, slot: Int32) {
    let language = article.features.language
    articleCounts[language, default: 1] -= 1
    if articleCounts[language] == 0 { articleCounts[language] = nil }
    terms.remove(article, under: article.features.signature, slot: slot)
    pivots.remove(article, under: article.features.pivots.signature, slot: slot)
  }

  /// The slots that share enough terms and may be near enough, in no order; `isPromising` decides.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - counts: As long as there are slots, all zero; zero again afterwards.
  /// - Returns: Each slot once.
  func slots(sharing article: PreparedArticle, counts: inout [UInt8]) -> [Int32] {
    let language = article.features.language
    return terms.slots(
      sharing: article.features.signature, in: CollectionOfOne(language), near: article.time,
      counts: &counts)
      + pivots.slots(
        sharing: article.features.pivots.signature,
        in: articleCounts.keys.lazy.filter { $0 != language }, near: article.time,
        counts: &counts)
  }

  /// Whether two articles that were found may come to a score that is kept.
  func isPromising(
    _ time: PublicationTime, _ features: ArticleFeatures, _ otherTime: PublicationTime,
    _ other: ArticleFeatures
  ) -> Bool {
    reach.mayKeep(time, otherTime)
      && (features.language == other.language || Self.sharesPivots(features, other))
  }

  /// Why two articles are never compared; nil if they are.
  func reasonNotToCompare(_ one: PreparedArticle, _ other: PreparedArticle) -> PairEvidence.Reason?
  {
    if !reach.covers(one.time, other.time) { return .outsideWindow }
    let (first, second) = (one.features, other.features)
    let isEnough =
      first.language == second.language
      ? Self.shares(first.signature, second.signature) : Self.sharesPivots(first, second)
    return isEnough ? nil : .tooLittleInCommon
  }

  private static func sharesPivots(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    shares(one.pivots.signature, other.pivots.signature)
  }

  private static func shares(_ terms: [UInt32], _ others: [UInt32]) -> Bool {
    terms.count { others.contains($0) } >= TermPostings.sharedCount
  }
}

/// The articles under each of their heaviest terms, in lists ordered by time.
///
/// A search reads the part of a list that is within reach, so that adding costs in proportion to
/// the candidates and never to the archive. Dated articles are listed apart from the others: beyond
/// a distance that the model gives, no text brings two of them to a score that is kept.
struct TermPostings: Sendable {
  private var lists: [UInt64: PostingList] = [:]
  private let reach: TimeReach

  init(reach: TimeReach) {
    self.reach = reach
  }

  /// Lists an article under some terms.
  mutating func insert(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let time = article.time
    for term in terms {
      let posting = PostingList.Posting(
        minute: time.minute, slot: slot, kind: Self.kind(time, term),
        isInOpening: term.isInOpening)
      lists[Self.key(article.features.language, term), default: PostingList()].insert(posting)
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let time = article.time
    for term in terms {
      let key = Self.key(article.features.language, term)
      guard let place = lists.index(forKey: key) else { continue }
      lists.values[place].remove(slot, Self.kind(time, term), at: time.minute)
      if lists.values[place].isEmpty { lists.remove(at: place) }
    }
  }

  private static func kind(_ time: PublicationTime, _ term: SignatureTerm) -> PostingList.Kind {
    time.isEvidence ? (term.reachesFar ? .far : .near) : .undated
  }

  /// Adds up the weights that articles of a language share, of those that may be near enough in
  /// time; `TimeReach` decides.
  ///
  /// - Parameters:
  ///   - terms: The terms.
  ///   - language: The language of the articles looked for.
  ///   - time: The publication time of the article with the terms.
  ///   - tally: Takes the weights of the shared terms.
  func add(
    _ terms: [SignatureTerm], in language: LanguageCode, near time: PublicationTime,
    to tally: inout SlotTally
  ) {
    let around = reach.around(time)
    let (all, undated) = (
      Self.minutes(around: time, reach: around.dated),
      Self.minutes(around: time, reach: around.undated)
    )
    let near = time.isEvidence ? TimeReach.near(time) : all
    for term in terms {
      guard let lists = lists[Self.key(language, term)] else { continue }
      lists.withPart(.far, within: term.reachesFar ? all : near) { tally.add(term, to: $0) }
      lists.withPart(.near, within: near) { tally.add(term, to: $0) }
      lists.withPart(.undated, within: undated) { tally.add(term, to: $0) }
    }
  }

  /// The minutes within reach, which nil does not bound.
  private static func minutes(around time: PublicationTime, reach: Int64?) -> ClosedRange<Int32> {
    guard let reach else { return Int32.min...Int32.max }
    func minute(_ milliseconds: Int64) -> Int32 {
      PublicationTime(milliseconds: milliseconds, isEvidence: true).minute
    }
    return minute(time.milliseconds - reach)...minute(time.milliseconds + reach)
  }

  private static func key(_ language: LanguageCode, _ term: SignatureTerm) -> UInt64 {
    UInt64(language.packed) << 32 | UInt64(term.key)
  }
}

/// The articles under each of their heaviest terms, in lists ordered by time.
///
/// A search reads the part of a list that is within reach, so that adding costs in proportion to the candidates and never to
/// the archive. Dated articles are listed apart from the others: beyond a distance that the model gives, no text brings two of
/// them to a score that is kept.
struct TermPostings: Sendable {
  /// An article on a list.
  struct Posting {
    /// `PublicationTime.minute`: it finds, and the article's own time decides.
    var minute: Int32
    /// The slot, and in the lowest bit whether the article's opening says the term.
    private var mark: UInt32

    var slot: Int32 { Int32(bitPattern: mark >> 1) }
    var isInOpening: Bool { mark & 1 == 1 }

    init(minute: Int32, slot: Int32, isInOpening: Bool) {
      self.minute = minute
      mark = UInt32(bitPattern: slot) << 1 | (isInOpening ? 1 : 0)
    }
  }

  /// The articles under one term.
  private struct Lists {
    /// Dated ones that have it among the terms that reach far.
    var far: [Posting] = []
    /// Dated ones that have it among the others.
    var near: [Posting] = []
    var undated: [Posting] = []

    var isEmpty: Bool { far.isEmpty && near.isEmpty && undated.isEmpty }
  }

  private var lists: [UInt64: Lists] = [:]
  private let reach: TimeReach

  init(reach: TimeReach) {
    self.reach = reach
  }

  /// Lists an article under some terms.
  mutating func insert(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let minute = article.time.minute
    for term in terms {
      let posting = Posting(minute: minute, slot: slot, isInOpening: term.isInOpening)
      let list = Self.list(of: article.time, term)
      Self.insert(
        posting,
        into: &lists[Self.key(article.features.language, term), default: Lists()][keyPath: list])
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let minute = article.time.minute
    for term in terms {
      let key = Self.key(article.features.language, term)
      guard let place = lists.index(forKey: key) else { continue }
      let list = Self.list(of: article.time, term)
      Self.remove(slot, at: minute, from: &lists.values[place][keyPath: list])
      if lists.values[place].isEmpty { lists.remove(at: place) }
    }
  }

  /// Tallies what the articles of a language share that may be near enough; `TimeReach` decides.
  ///
  /// - Parameters:
  ///   - terms: The terms.
  ///   - language: The language of the articles looked for.
  ///   - time: When the article that has the terms was published.
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
    let near = time.isEvidence ? Self.nearMinutes(around: time) : all
    for term in terms {
      guard let lists = lists[Self.key(language, term)] else { continue }
      tally.add(term, to: Self.part(lists.far, within: term.reachesFar ? all : near))
      tally.add(term, to: Self.part(lists.near, within: near))
      tally.add(term, to: Self.part(lists.undated, within: undated))
    }
  }

  /// The list of a term on which an article stands.
  private static func list(of time: PublicationTime, _ term: SignatureTerm)
    -> WritableKeyPath<Lists, [Posting]>
  {
    if !time.isEvidence { return \.undated }
    return term.reachesFar ? \.far : \.near
  }

  /// The minutes within reach, which nil does not bound.
  private static func minutes(around time: PublicationTime, reach: Int64?) -> ClosedRange<Int32> {
    guard let reach else { return Int32.min...Int32.max }
    func minute(_ milliseconds: Int64) -> Int32 {
      PublicationTime(milliseconds: milliseconds, isEvidence: true).minute
    }
    return minute(time.milliseconds - reach)...minute(time.milliseconds + reach)
  }

  /// The minutes of the articles that are near, as `TimeReach.isNear` counts.
  private static func nearMinutes(around time: PublicationTime) -> ClosedRange<Int32> {
    let minute = Int64(time.minute)
    let near = Int64(TimeReach.nearMinutes)
    return Int32(clamping: minute - near)...Int32(clamping: minute + near)
  }

  private static func part(_ list: [Posting], within minutes: ClosedRange<Int32>)
    -> ArraySlice<Posting>
  {
    let last = minutes.upperBound
    let end = last == .max ? list.count : place(of: last + 1, in: list)
    return list[place(of: minutes.lowerBound, in: list)..<end]
  }

  private static func insert(_ posting: Posting, into list: inout [Posting]) {
    // Most articles are newer than those before them.
    if let last = list.last, last.minute > posting.minute {
      list.insert(posting, at: place(of: posting.minute, in: list))
    } else {
      list.append(posting)
    }
  }

  private static func remove(_ slot: Int32, at minute: Int32, from list: inout [Posting]) {
    var index = place(of: minute, in: list)
    while index < list.count, list[index].slot != slot { index += 1 }
    if index < list.count { list.remove(at: index) }
  }

  /// The first place in a list that is not before a minute.
  private static func place(of minute: Int32, in list: [Posting]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].minute < minute { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func key(_ language: LanguageCode, _ term: SignatureTerm) -> UInt64 {
    UInt64(language.packed) << 32 | UInt64(term.key)
  }
}

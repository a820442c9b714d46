/// The articles under each of their heaviest terms, in lists ordered by time.
///
/// A search reads the part of a list that is within reach, so that adding costs in proportion to the candidates and never to
/// the archive. Dated articles are listed apart from the others: beyond a distance that the model gives, no text brings two of
/// them to a score that is kept.
struct TermPostings: Sendable {
  /// An article on a list.
  struct Posting {
    /// Minutes since 1970, rounded down and held within 32 bits: it finds, and the article's own time decides.
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

  private var dated: [UInt64: [Posting]] = [:]
  private var undated: [UInt64: [Posting]] = [:]
  private let reach: TimeReach

  init(reach: TimeReach) {
    self.reach = reach
  }

  /// Lists an article under some terms.
  mutating func insert(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let minute = Self.minute(article.time.milliseconds)
    for term in terms {
      let posting = Posting(minute: minute, slot: slot, isInOpening: term.isInOpening)
      let key = Self.key(article.features.language, term)
      if article.time.isEvidence {
        Self.insert(posting, into: &dated[key, default: []])
      } else {
        Self.insert(posting, into: &undated[key, default: []])
      }
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, under terms: [SignatureTerm], slot: Int32) {
    let minute = Self.minute(article.time.milliseconds)
    for term in terms {
      let posting = Posting(minute: minute, slot: slot, isInOpening: term.isInOpening)
      let key = Self.key(article.features.language, term)
      if article.time.isEvidence {
        Self.remove(posting, from: &dated, key)
      } else {
        Self.remove(posting, from: &undated, key)
      }
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
    for term in terms {
      let key = Self.key(language, term)
      if let list = dated[key] {
        tally.add(term, to: Self.part(list, around: time, reach: around.dated))
      }
      if let list = undated[key] {
        tally.add(term, to: Self.part(list, around: time, reach: around.undated))
      }
    }
  }

  /// The part of a list that is within reach; nil reaches everything.
  private static func part(_ list: [Posting], around time: PublicationTime, reach: Int64?)
    -> ArraySlice<Posting>
  {
    guard let reach else { return list[...] }
    let last = minute(time.milliseconds + reach)
    let end = last == .max ? list.count : place(of: last + 1, in: list)
    return list[place(of: minute(time.milliseconds - reach), in: list)..<end]
  }

  private static func insert(_ posting: Posting, into list: inout [Posting]) {
    // Most articles are newer than those before them.
    if let last = list.last, last.minute > posting.minute {
      list.insert(posting, at: place(of: posting.minute, in: list))
    } else {
      list.append(posting)
    }
  }

  private static func remove(
    _ posting: Posting, from lists: inout [UInt64: [Posting]], _ key: UInt64
  ) {
    guard let place = lists.index(forKey: key) else { return }
    var index = self.place(of: posting.minute, in: lists.values[place])
    while index < lists.values[place].count, lists.values[place][index].slot != posting.slot {
      index += 1
    }
    guard index < lists.values[place].count else { return }
    lists.values[place].remove(at: index)
    if lists.values[place].isEmpty { lists.remove(at: place) }
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

  private static func minute(_ milliseconds: Int64) -> Int32 {
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return Int32(clamping: rest < 0 ? minutes - 1 : minutes)
  }

  private static func key(_ language: LanguageCode, _ term: SignatureTerm) -> UInt64 {
    UInt64(language.packed) << 32 | UInt64(term.key)
  }
}

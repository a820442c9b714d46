/// The articles under each of their heaviest terms, in lists ordered by time.
///
/// A search reads the part of a list that is within reach, so that adding costs in proportion to the candidates and never to
/// the archive. Dated articles are listed apart from the others: beyond a distance that the model gives, no text brings two of
/// them to a score that is kept.
struct TermPostings: Sendable {
  /// Terms that candidates share (METHOD.md, step 4).
  static let sharedCount: UInt8 = 2

  /// An article on a list.
  private struct Posting {
    /// Minutes since 1970, rounded down and held within 32 bits: it finds, and the article's own time decides.
    var minute: Int32
    var slot: Int32
  }

  private var dated: [UInt64: [Posting]] = [:]
  private var undated: [UInt64: [Posting]] = [:]
  private let reach: TimeReach

  init(reach: TimeReach) {
    self.reach = reach
  }

  /// Lists an article under some terms.
  mutating func insert(_ article: PreparedArticle, under terms: [UInt32], slot: Int32) {
    let posting = Posting(minute: Self.minute(article.time.milliseconds), slot: slot)
    for term in terms {
      let key = Self.key(article.features.language, term)
      if article.time.isEvidence {
        Self.insert(posting, into: &dated[key, default: []])
      } else {
        Self.insert(posting, into: &undated[key, default: []])
      }
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, under terms: [UInt32], slot: Int32) {
    let posting = Posting(minute: Self.minute(article.time.milliseconds), slot: slot)
    for term in terms {
      let key = Self.key(article.features.language, term)
      if article.time.isEvidence {
        Self.remove(posting, from: &dated, key)
      } else {
        Self.remove(posting, from: &undated, key)
      }
    }
  }

  /// The slots that share enough terms in some languages and may be near enough, in no order; `TimeReach` decides.
  ///
  /// - Parameters:
  ///   - terms: The terms.
  ///   - languages: The languages of the articles looked for.
  ///   - time: When the article that has the terms was published.
  ///   - counts: As long as there are slots, all zero; zero again afterwards.
  /// - Returns: Each slot once.
  func slots(
    sharing terms: [UInt32], in languages: some Sequence<LanguageCode>,
    near time: PublicationTime, counts: inout [UInt8]
  ) -> [Int32] {
    var touched: [Int32] = []
    let around = reach.around(time)
    counts.withUnsafeMutableBufferPointer { counts in
      for language in languages {
        for term in terms {
          let key = Self.key(language, term)
          if let list = dated[key] {
            Self.count(list, around: time, reach: around.dated, in: counts, touched: &touched)
          }
          if let list = undated[key] {
            Self.count(list, around: time, reach: around.undated, in: counts, touched: &touched)
          }
        }
      }
    }
    let found = touched.filter { counts[Int($0)] >= Self.sharedCount }
    for slot in touched { counts[Int(slot)] = 0 }
    return found
  }

  /// Counts the part of a list that is within reach; nil reaches everything.
  private static func count(
    _ list: [Posting], around time: PublicationTime, reach: Int64?,
    in counts: UnsafeMutableBufferPointer<UInt8>, touched: inout [Int32]
  ) {
    var index = 0
    var last = Int32.max
    if let reach {
      index = place(of: minute(time.milliseconds - reach), in: list)
      last = minute(time.milliseconds + reach)
    }
    while index < list.count, list[index].minute <= last {
      let slot = list[index].slot
      if counts[Int(slot)] == 0 { touched.append(slot) }
      counts[Int(slot)] += 1
      index += 1
    }
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

  private static func key(_ language: LanguageCode, _ term: UInt32) -> UInt64 {
    UInt64(language.packed) << 32 | UInt64(term)
  }
}

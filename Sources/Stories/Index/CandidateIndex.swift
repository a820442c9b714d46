/// Finds the articles that share at least two signature terms with one, in its language and near enough in time.
///
/// A pure function of the two articles decides; the lists only find them. Each is ordered by time, so that adding costs in
/// proportion to the candidates within reach and never to the archive. Dated articles are listed apart from the others:
/// beyond a distance that the model gives, no text brings two of them to a score that is kept.
struct CandidateIndex: Sendable {
  /// Signature terms that candidates share (METHOD.md, step 4).
  static let sharedCount: UInt8 = 2

  /// An article on a list.
  private struct Posting {
    /// Minutes since 1970, rounded down and held within 32 bits: it finds, and the article's own time decides.
    var minute: Int32
    var slot: Int32
  }

  private var dated: [UInt64: [Posting]] = [:]
  private var undated: [UInt64: [Posting]] = [:]
  private let window: Int64
  private let datedReach: Int64
  private let fileDates: StoryConfiguration.FileDates

  /// Makes empty lists.
  ///
  /// - Parameters:
  ///   - windowDays: Articles further apart are no candidates.
  ///   - farthestDays: Dated articles further apart are none either.
  ///   - fileDates: What a file's time is worth.
  init(windowDays: Int, farthestDays: Double? = nil, fileDates: StoryConfiguration.FileDates) {
    window = Int64(windowDays) * PublicationTime.day
    datedReach = min(
      window,
      farthestDays.map { Int64(($0 * Double(PublicationTime.day)).rounded(.up)) } ?? window)
    self.fileDates = fileDates
  }

  /// Lists an article under its signature.
  mutating func insert(_ article: PreparedArticle, slot: Int32) {
    let posting = Posting(minute: Self.minute(article.time.milliseconds), slot: slot)
    for term in article.features.signature {
      let key = key(article, term)
      if article.time.isEvidence {
        Self.insert(posting, into: &dated[key, default: []])
      } else {
        Self.insert(posting, into: &undated[key, default: []])
      }
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, slot: Int32) {
    let minute = Self.minute(article.time.milliseconds)
    for term in article.features.signature {
      let key = key(article, term)
      if article.time.isEvidence {
        Self.remove(slot, minute: minute, from: &dated, key)
      } else {
        Self.remove(slot, minute: minute, from: &undated, key)
      }
    }
  }

  /// Whether two articles that share enough terms are to be compared.
  func isComparable(_ one: PreparedArticle, _ other: PreparedArticle) -> Bool {
    (one.features.language == other.features.language
      || PivotIndex.isComparable(one.features, other.features))
      && isWithinReach(one.time, other.time)
  }

  /// Whether two articles that are compared may come to a score that is kept.
  func isPromising(
    _ time: PublicationTime, _ features: ArticleFeatures, _ otherTime: PublicationTime,
    _ other: ArticleFeatures
  ) -> Bool {
    if time.isEvidence, otherTime.isEvidence,
      abs(time.milliseconds - otherTime.milliseconds) > datedReach
    {
      return false
    }
    return (features.language == other.language || PivotIndex.isComparable(features, other))
      && isWithinReach(time, otherTime)
  }

  /// Why two articles are never compared; nil if they are.
  func reasonNotToCompare(_ one: PreparedArticle, _ other: PreparedArticle) -> PairEvidence.Reason?
  {
    if !isWithinReach(one.time, other.time) { return .outsideWindow }
    if one.features.language != other.features.language {
      return PivotIndex.isComparable(one.features, other.features) ? nil : .tooLittleInCommon
    }
    let shared = Set(one.features.signature).intersection(other.features.signature).count
    return shared < Self.sharedCount ? .tooLittleInCommon : nil
  }

  /// Whether two articles are close enough in time to be compared.
  private func isWithinReach(_ one: PublicationTime, _ other: PublicationTime) -> Bool {
    if fileDates == .reachEverything, !one.isEvidence || !other.isEvidence { return true }
    return abs(one.milliseconds - other.milliseconds) <= window
  }

  /// The slots that share enough signature terms and may be near enough, in no order; `isPromising` decides.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - counts: As long as there are slots, all zero; zero again afterwards.
  /// - Returns: Each slot once.
  func slots(sharing article: PreparedArticle, counts: inout [UInt8]) -> [Int32] {
    var touched: [Int32] = []
    let time = article.time
    let toUndated = fileDates == .reachEverything ? nil : window
    let toDated = time.isEvidence ? datedReach : toUndated
    counts.withUnsafeMutableBufferPointer { counts in
      for term in article.features.signature {
        let key = key(article, term)
        if let list = dated[key] {
          Self.count(list, around: time, reach: toDated, in: counts, touched: &touched)
        }
        if let list = undated[key] {
          Self.count(list, around: time, reach: toUndated, in: counts, touched: &touched)
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
    _ slot: Int32, minute: Int32, from lists: inout [UInt64: [Posting]], _ key: UInt64
  ) {
    guard let place = lists.index(forKey: key) else { return }
    var index = self.place(of: minute, in: lists.values[place])
    while index < lists.values[place].count, lists.values[place][index].slot != slot { index += 1 }
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

  private func key(_ article: PreparedArticle, _ term: UInt32) -> UInt64 {
    UInt64(article.features.language.packed) << 32 | UInt64(term)
  }
}

/// Finds the articles that share at least two signature terms with one, in its language and within the window.
///
/// A pure function of the two articles decides; the lists only find them. They are parted by weeks, so that adding costs in
/// proportion to the candidates within the window and never to the archive.
struct CandidateIndex: Sendable {
  /// Signature terms that candidates share (METHOD.md, step 4).
  static let sharedCount: UInt8 = 2
  private static let bucketLength = 7 * PublicationTime.day

  private var lists: [UInt64: [Int32]] = [:]
  private let window: Int64
  private let fileDates: StoryConfiguration.FileDates

  init(windowDays: Int, fileDates: StoryConfiguration.FileDates) {
    window = Int64(windowDays) * PublicationTime.day
    self.fileDates = fileDates
  }

  /// Lists an article under its signature.
  mutating func insert(_ article: PreparedArticle, slot: Int32) {
    for term in article.features.signature {
      lists[key(article, term, bucket(article)), default: []].append(slot)
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, slot: Int32) {
    for term in article.features.signature {
      let key = key(article, term, bucket(article))
      lists[key]?.removeAll { $0 == slot }
      if lists[key]?.isEmpty == true { lists[key] = nil }
    }
  }

  /// Whether two articles that share enough terms are to be compared.
  func isComparable(_ one: PreparedArticle, _ other: PreparedArticle) -> Bool {
    (one.features.language == other.features.language
      || PivotIndex.isComparable(one.features, other.features))
      && isWithinReach(one.time, other.time)
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

  /// The slots that share enough signature terms, in no order; the caller checks language and time.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - counts: As long as there are slots, all zero; zero again afterwards.
  /// - Returns: Each slot once.
  func slots(sharing article: PreparedArticle, counts: inout [UInt8]) -> [Int32] {
    var touched: [Int32] = []
    for term in article.features.signature {
      for bucket in buckets(around: article) {
        for slot in lists[key(article, term, bucket)] ?? [] {
          if counts[Int(slot)] == 0 { touched.append(slot) }
          counts[Int(slot)] += 1
        }
      }
    }
    let found = touched.filter { counts[Int($0)] >= Self.sharedCount }
    for slot in touched { counts[Int(slot)] = 0 }
    return found
  }

  private func bucket(_ article: PreparedArticle) -> Int64 {
    if fileDates == .reachEverything { return 0 }
    return Int64((Double(article.time.milliseconds) / Double(Self.bucketLength)).rounded(.down))
  }

  private func buckets(around article: PreparedArticle) -> ClosedRange<Int64> {
    if fileDates == .reachEverything { return 0...0 }
    let reach = (window + Self.bucketLength - 1) / Self.bucketLength
    return bucket(article) - reach...bucket(article) + reach
  }

  /// Terms of two languages may meet under one key; the caller tells them apart.
  private func key(_ article: PreparedArticle, _ term: UInt32, _ bucket: Int64) -> UInt64 {
    let inLanguage = term ^ (article.features.language.packed &* 0x9E37_79B1)
    return UInt64(inLanguage) << 32 | UInt64(UInt32(truncatingIfNeeded: bucket))
  }
}

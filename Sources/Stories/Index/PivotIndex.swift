/// Finds the articles in other languages that share at least two of their heaviest pivot terms with one, within the window.
///
/// As in `CandidateIndex` a pure function of the two articles decides, and the lists only find them. A site in one language lists
/// articles and never searches.
struct PivotIndex: Sendable {
  private static let bucketLength = 7 * PublicationTime.day

  /// What a list is of: articles of one week and language that have a key among their heaviest.
  private struct Key: Hashable {
    var pivot: UInt32
    var language: LanguageCode
    var bucket: Int64
  }

  private var lists: [Key: [Int32]] = [:]
  private var articleCounts: [LanguageCode: Int] = [:]
  private let window: Int64
  private let fileDates: StoryConfiguration.FileDates

  init(windowDays: Int, fileDates: StoryConfiguration.FileDates) {
    window = Int64(windowDays) * PublicationTime.day
    self.fileDates = fileDates
  }

  /// Lists an article under its heaviest pivot terms.
  mutating func insert(_ article: PreparedArticle, slot: Int32) {
    let language = article.features.language
    articleCounts[language, default: 0] += 1
    for pivot in article.features.pivots.signature {
      lists[Key(pivot: pivot, language: language, bucket: bucket(article)), default: []]
        .append(slot)
    }
  }

  /// Takes an article off its lists.
  mutating func remove(_ article: PreparedArticle, slot: Int32) {
    let language = article.features.language
    articleCounts[language, default: 1] -= 1
    if articleCounts[language] == 0 { articleCounts[language] = nil }
    for pivot in article.features.pivots.signature {
      let key = Key(pivot: pivot, language: language, bucket: bucket(article))
      lists[key]?.removeAll { $0 == slot }
      if lists[key]?.isEmpty == true { lists[key] = nil }
    }
  }

  /// Whether two articles are in two languages and share enough.
  static func isComparable(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    guard one.language != other.language else { return false }
    let shared = one.pivots.signature.count { other.pivots.signature.contains($0) }
    return shared >= CandidateIndex.sharedCount
  }

  /// The slots of articles in other languages that share enough pivot terms, ascending; the caller checks time.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - counts: As long as there are slots, all zero; zero again afterwards.
  /// - Returns: Each slot once.
  func slots(sharing article: PreparedArticle, counts: inout [UInt8]) -> [Int32] {
    let others = articleCounts.keys.filter { $0 != article.features.language }
    var touched: [Int32] = []
    for language in others {
      for pivot in article.features.pivots.signature {
        for bucket in buckets(around: article) {
          for slot in lists[Key(pivot: pivot, language: language, bucket: bucket)] ?? [] {
            if counts[Int(slot)] == 0 { touched.append(slot) }
            counts[Int(slot)] += 1
          }
        }
      }
    }
    let found = touched.filter { counts[Int($0)] >= CandidateIndex.sharedCount }
    for slot in touched { counts[Int(slot)] = 0 }
    return found.sorted()
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
}

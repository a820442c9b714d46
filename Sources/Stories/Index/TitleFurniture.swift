/// Finds the ends of titles that are furniture in a set of articles: an outlet's name behind a bar,
/// and no news.
///
/// An end that three different headlines have is the name of an outlet, a section or a column. It
/// is counted over the set of articles, so that the order in which they came changes nothing; when
/// one becomes furniture, or is so no more, the titles that end so are read anew.
struct TitleFurniture: Sendable {
  /// So many different headlines make an end furniture: two may be two reports of one event by two
  /// who quote one person.
  private static let leastHeadlines = 3

  /// An end of titles.
  private struct Tail {
    /// The number of articles with each headline before it.
    var headlines: [UInt64: Int32] = [:]
    var slots: Set<Int32> = []

    var isFurniture: Bool { headlines.count >= TitleFurniture.leastHeadlines }
  }

  private var tails: [UInt64: Tail] = [:]

  /// Counts the ends of an article's title.
  ///
  /// - Returns: The slots of the articles whose titles are to be read anew.
  mutating func insert(_ ends: [TitleEnd], slot: Int32) -> Set<Int32> {
    var stale: Set<Int32> = []
    for end in ends {
      var tail = tails[end.tail] ?? Tail()
      let was = tail.isFurniture
      tail.headlines[end.stem, default: 0] += 1
      tail.slots.insert(slot)
      if tail.isFurniture != was { stale.formUnion(tail.slots) }
      tails[end.tail] = tail
    }
    return stale
  }

  /// Takes the ends of an article's title away again.
  ///
  /// - Returns: The slots of the other articles whose titles are to be read anew.
  mutating func remove(_ ends: [TitleEnd], slot: Int32) -> Set<Int32> {
    var stale: Set<Int32> = []
    for end in ends {
      guard var tail = tails[end.tail] else { continue }
      let was = tail.isFurniture
      let count = (tail.headlines[end.stem] ?? 0) - 1
      tail.headlines[end.stem] = count > 0 ? count : nil
      tail.slots.remove(slot)
      if tail.isFurniture != was { stale.formUnion(tail.slots) }
      tails[end.tail] = tail.slots.isEmpty ? nil : tail
    }
    stale.remove(slot)
    return stale
  }

  /// The number of words of a title that are its headline; nil for all.
  private func wordCount(_ ends: [TitleEnd]) -> Int? {
    var cut: TitleEnd?
    for end in ends {
      let isSection = end.isSection && cut?.bar == end.bar
      guard isSection || tails[end.tail]?.isFurniture == true else { break }
      cut = end
    }
    return cut?.wordCount
  }

  /// An article without the furniture of its title, and what is cut.
  func applied(_ article: PreparedArticle) -> (article: PreparedArticle, cut: [TermOccurrence]) {
    guard let count = wordCount(article.titleEnds), count < article.features.titleCount else {
      return (article, [])
    }
    var (words, cut) = (article.features.words, [TermOccurrence]())
    let furniture = count..<article.features.titleCount
    cut = Array(words[furniture])
    words.removeSubrange(furniture)
    var article = article
    article.features = ArticleFeatures(article.features, words: words, titleCount: count)
    return (article, cut)
  }

  /// An article with what was cut of its title.
  static func restored(_ article: PreparedArticle, cut: [TermOccurrence]) -> PreparedArticle {
    guard !cut.isEmpty else { return article }
    var words = article.features.words
    words.insert(contentsOf: cut, at: article.features.titleCount)
    var article = article
    article.features = ArticleFeatures(
      article.features, words: words, titleCount: article.features.titleCount + cut.count)
    return article
  }
}

/// The passages that two articles share word for word: trailers, credits, notices, paragraphs of
/// background, names of columns.
///
/// Under one outlet they say who published the articles and nothing about the event, unless the
/// whole articles are the same. Under two outlets an agency may have written them; but a passage
/// that is about neither article, such as the cookie notice of a publisher's papers, tells of no
/// event either.
struct SharedPassages {
  /// The fewest consecutive words of a passage; shorter runs are the phrases of a language.
  static let wordCount = 8
  /// The share of either's words, without titles, from which on two articles print one text.
  private static let wholeShare = 0.9
  /// The words below which one text is one article only if it tells half of a title: a headline
  /// over nothing but a trailer is not the trailer.
  private static let longText = 150
  /// The share of a title that a short and a long text tell if it is theirs. Nine in ten articles
  /// of mix-dev, cut to sixty words, tell half of theirs.
  private static let toldTitle = (short: 0.5, long: 0.2)
  /// The words below which a passage under two outlets, such as a quotation, is always evidence.
  private static let leastStrange = 20
  /// The shares by which a passage is about an article: of its title, or of all that it says beside
  /// the passages. Of a cookie notice articles say less. With 0.07 in place of 0.05 semeval-dev's
  /// recall falls from .701 to .697.
  private static let saidShare = (title: 0.2, rest: 0.05)

  /// The weight in twentieths from which on a title is a headline and no name of a column: "Letters
  /// to the editor" weighs 9. Of the headlines in the collections 5 % weigh less than 15; none of
  /// their stories changes by it.
  private static let heaviestColumn = 300

  /// The words that are left out of each.
  private let first: [Bool]
  private let second: [Bool]
  private let isWhole: Bool

  /// Compares two articles.
  ///
  /// - Parameters:
  ///   - one: An article.
  ///   - other: Another one.
  ///   - probe: The runs of the first, to compare it with many articles.
  /// - Complexity: O(*n* + *m*) in their words; O(*m*) for most articles that share no passage.
  init(_ one: ArticleFeatures, _ other: ArticleFeatures, probe: PassageProbe) {
    let marks = probe.marks(other)
    let isColumn = Self.isColumn(one, other, marks)
    // Under the name of a column a short text that is nearly all the same is a trailer.
    let isShort = min(one.sequence.count, other.sequence.count) < Self.longText
    isWhole =
      marks.map { own, another in
        Self.isNearlyAll(own, of: one) && Self.isNearlyAll(another, of: other)
          && (one.title == other.title && !(isColumn && isShort) || Self.isTold(one, own)
            || Self.isTold(other, another))
      } ?? false
    first = Self.leftOut(marks?.own, of: one, withTitle: isColumn)
    second = Self.leftOut(marks?.other, of: other, withTitle: isColumn)
  }

  /// Whether anything is to be left out.
  var hasPassages: Bool { !isWhole && first.contains(true) }

  /// Whether the passages are about one of the articles at least: an agency's report is, a cookie
  /// notice is not. (About both is too much to ask: it costs .004 on mix-dev's real dates.)
  func areAbout(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    Self.isAbout(one, first) || Self.isAbout(other, second)
  }

  /// The articles without the passages, and without a title that is the name of a column.
  func without(_ one: ArticleFeatures, _ other: ArticleFeatures) -> (
    ArticleFeatures, ArticleFeatures
  ) {
    (Self.without(one, first), Self.without(other, second))
  }

  private static func without(_ article: ArticleFeatures, _ marks: [Bool]) -> ArticleFeatures {
    ArticleFeatures(article, keeping: marks.map { !$0 })
  }

  /// Whether one outlet prints two texts under one light title that neither of them takes up, such
  /// as *Letters to the editor*: the name of a column is no headline.
  private static func isColumn(
    _ one: ArticleFeatures, _ other: ArticleFeatures, _ marks: (own: [Bool], other: [Bool])?
  ) -> Bool {
    guard one.outlet == other.outlet, one.outlet != 0, one.titleCount == other.titleCount,
      one.titleCount > 0, one.title == other.title, one.text != other.text
    else { return false }
    return weight(title(one), one) < heaviestColumn && !takesUpTitle(one, marks?.own)
      && !takesUpTitle(other, marks?.other)
  }

  /// Whether the words beside passages tell what the title announces.
  private static func takesUpTitle(_ article: ArticleFeatures, _ marks: [Bool]?) -> Bool {
    let said = article.sequence.indices.dropFirst(article.titleCount)
      .filter { marks?[$0] != true }
    return share(of: title(article), in: Set(said.map { article.sequence[$0] }), article)
      >= toldTitle.short
  }

  /// The words that are left out of an article; empty for none.
  private static func leftOut(
    _ marks: [Bool]?, of article: ArticleFeatures, withTitle isColumn: Bool
  ) -> [Bool] {
    guard isColumn else { return marks ?? [] }
    return article.sequence.indices.map { $0 < article.titleCount || marks?[$0] == true }
  }

  /// Whether nearly all of an article is marked, its title counted or not: a site that prints a
  /// text again may change that.
  private static func isNearlyAll(_ marks: [Bool], of article: ArticleFeatures) -> Bool {
    [0, article.titleCount].contains { start in
      let text = marks[start...]
      return !text.isEmpty && Double(text.count { $0 }) >= wholeShare * Double(text.count)
    }
  }

  /// Whether the marked words tell what the title announces.
  private static func isTold(_ article: ArticleFeatures, _ marks: [Bool]) -> Bool {
    let least = marks.count >= longText ? toldTitle.long : toldTitle.short
    return share(of: title(article), in: said(article, marks), article) >= least
  }

  private static func isAbout(_ article: ArticleFeatures, _ marks: [Bool]) -> Bool {
    guard marks.count(where: { $0 }) >= leastStrange else { return true }
    let (said, title) = (said(article, marks), title(article))
    let rest = title.union(zip(article.sequence, marks).lazy.filter { !$0.1 }.map(\.0))
    return rest.isEmpty || share(of: title, in: said, article) >= saidShare.title
      || share(of: rest, in: said, article) >= saidShare.rest
  }

  /// The distinct terms of the title.
  private static func title(_ article: ArticleFeatures) -> Set<UInt16> {
    Set(article.sequence.prefix(article.titleCount))
  }

  /// The distinct terms of the marked words.
  private static func said(_ article: ArticleFeatures, _ marks: [Bool]) -> Set<UInt16> {
    Set(zip(article.sequence, marks).lazy.filter(\.1).map(\.0))
  }

  /// The share by weight that some terms have of others.
  private static func share(
    of terms: Set<UInt16>, in others: Set<UInt16>, _ article: ArticleFeatures
  ) -> Double {
    let whole = weight(terms, article)
    return whole > 0 ? Double(weight(terms.intersection(others), article)) / Double(whole) : 0
  }

  private static func weight(_ terms: Set<UInt16>, _ article: ArticleFeatures) -> Int {
    terms.reduce(0) { $0 + Int(article.weights[Int($1)].weight) }
  }

  /// A number for each run of `wordCount` words, by where it begins; never zero.
  static func runs(_ article: ArticleFeatures) -> [UInt64] {
    let count = article.sequence.count - wordCount + 1
    guard count > 0 else { return [] }
    // A rolling polynomial hash: the odd multiplier of Knuth's generator MMIX, to the power of the
    // run for the word that leaves.
    let base: UInt64 = 6_364_136_223_846_793_005
    var leaving: UInt64 = 1
    for _ in 0..<wordCount { leaving &*= base }
    return [UInt64](unsafeUninitializedCapacity: count) { runs, initialized in
      article.sequence.withUnsafeBufferPointer { sequence in
        article.keys.withUnsafeBufferPointer { keys in
          var hash: UInt64 = 0
          var index = 0
          while index < sequence.count {
            hash = hash &* base &+ UInt64(keys[Int(sequence[index])]) &+ 1
            if index >= wordCount {
              let gone = UInt64(keys[Int(sequence[index - wordCount])]) &+ 1
              hash &-= leaving &* gone
            }
            if index >= wordCount - 1 {
              runs.initializeElement(at: index - wordCount + 1, to: max(1, hash ^ hash >> 32))
            }
            index += 1
          }
        }
      }
      initialized = count
    }
  }
}

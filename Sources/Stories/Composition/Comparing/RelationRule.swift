import NewsModel

/// Says which articles bring nothing of their own.
///
/// A **repost** says nothing but another article's text: its four-word shingles are contained in
/// that one's (Broder 1997), up to the outlet's trimmings. A **rewrite** tells the same report in
/// other words (`Retelling`). What is left is **independent**: it brings material of its own. Texts
/// in two languages cannot be compared by words; they count as independent.
enum RelationRule {
  /// The containment from which an article is a repost.
  ///
  /// On mix-dev 99 of 100 reposts of five kinds (same, retitled, edited lightly or more, cut) have
  /// .88 and more in the best of their story's natural articles; of natural articles and rewrites
  /// 95 of 100 have .51 and less, and those above .75 are wire copies that nobody labelled.
  static let repostContainment = 0.75
  /// Whether the one says nothing but the text of the other.
  static func isRepost(_ article: ReadArticle, of other: ReadArticle) -> Bool {
    if let original = article.article.originalURL, original == other.article.url { return true }
    guard !article.shingles.isEmpty else { return isSameHeadline(article, other) }
    return WordShingles.containment(of: article.shingles, in: other.shingles) >= repostContainment
  }

  /// Whether two articles can be compared by their words.
  static func sharesLanguage(_ first: ReadArticle, _ second: ReadArticle) -> Bool {
    let (one, two) = (first.primaryLanguage, second.primaryLanguage)
    return one == two || one.isEmpty || two.isEmpty
  }

  private static func isSameHeadline(_ first: ReadArticle, _ second: ReadArticle) -> Bool {
    first.title.flatMap(\.stems) == second.title.flatMap(\.stems)
  }
}

public import NewsModel

extension EntrySubstance {
  /// Says whether a reader would want to know of a change: the rule by which `updated` moves.
  ///
  /// It moves, in this order, when
  ///
  /// 1. an article that the story never had joined as an independent source;
  /// 2. a figure changed: what was counted before is now given with a value that nobody gave, by an
  ///    article that joined or whose file changed;
  /// 3. the canonical article is the same, its file changed, and its text says enough that it did
  ///    not say (`TextSketch.isChanged`).
  ///
  /// It stays for a repost or a rewrite, a typing error, a trimmed text, another order, new tags or
  /// pictures, another title, an article that left or came back, another choice of the canonical
  /// article among known ones, other settings, and a new version of the program.
  ///
  /// - Parameters:
  ///   - old: What was published.
  ///   - changed: The articles that joined, or whose files have other bytes than when the old
  ///     substance was made. A text that was read differently from the same bytes is no news.
  /// - Returns: The first reason; nil if there is none.
  public func change(from old: EntrySubstance, changed: Set<ArticleID>) -> SubstanceChange? {
    guard !old.known.isEmpty else { return nil }
    if let joined = independent.first(where: { !old.hasKnown($0) }) {
      return .independentSourceJoined(joined)
    }
    guard let leadArticle else { return nil }
    if lead != old.lead {
      // Who leads is no news, unless he is new and the report that led before does not say the
      // same.
      let isNews = !old.hasKnown(leadArticle) && independent.contains { Self.mark($0) == old.lead }
      return isNews ? .independentSourceJoined(leadArticle) : nil
    }
    guard old.version == version else { return nil }
    let figure = given.first { figure in
      guard changed.contains(figure.article), let values = old.figures[figure.name] else {
        return false
      }
      return !values.contains(figure.value)
    }
    if let figure { return .figureChanged(figure.article) }
    if changed.contains(leadArticle), old.text.isChanged(to: text) {
      return .textChanged(leadArticle)
    }
    return nil
  }

  /// Whether the story ever had an article.
  func hasKnown(_ article: ArticleID) -> Bool { known.contains(Self.mark(article)) }
}

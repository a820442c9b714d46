import NewsModel

extension Story {
  /// Gives articles other ids, in its history too.
  mutating func rename(_ renamed: [ArticleID: ArticleID]) {
    founding = renamed[founding] ?? founding
    articles = Set(articles.map { renamed[$0] ?? $0 }).sorted()
    decisions = decisions.map { $0.renaming(renamed) }
  }
}

extension Decision {
  fileprivate func renaming(_ renamed: [ArticleID: ArticleID]) -> Decision {
    var decision = self
    decision.article = article.map { renamed[$0] ?? $0 }
    decision.closest = closest.map { renamed[$0] ?? $0 }
    return decision
  }
}

public import NewsModel
import Stories

extension SiteView {
  /// An article as a person knows it: its outlet and where it lies.
  public func name(of article: ArticleID) -> String {
    guard let version = state.articles[article]?.current else {
      return "an article that is gone (\(article))"
    }
    return
      "\(version.article.outlet.isEmpty ? "(no outlet)" : version.article.outlet) [\(version.place)]"
  }

  /// The file of an article, below the articles directory, with the line where it holds several;
  /// nil if it is gone.
  public func place(of article: ArticleID) -> String? { state.articles[article]?.current.place }

  /// The withdrawn story that a person names by its id or slug.
  ///
  /// - Returns: Nil for a story that is published, for one that leads to another, and for what was
  ///   never there.
  public func withdrawn(named name: String) -> RetiredStory? {
    var next: EntryID? =
      state.ledger.retired[EntryID(name)] != nil ? EntryID(name) : state.ledger.id(ofSlug: name)
    // A story that was folded into one that was withdrawn later is gone with it.
    while let id = next, let retired = state.ledger.retired[id] {
      if retired.survivor == nil { return retired }
      next = retired.survivor
    }
    return nil
  }
}

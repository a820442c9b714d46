public import NewsModel
import Stories

extension SiteView {
  /// Names an article for a person: its outlet and its place.
  public func name(of article: ArticleID) -> String {
    guard let version = state.articles[article]?.current else {
      return "an article that is gone (\(article))"
    }
    return
      "\(version.article.outlet.isEmpty ? "(no outlet)" : version.article.outlet) [\(version.place)]"
  }

  /// The path of an article's file below the articles directory, with the line if the file holds
  /// several articles; nil if the file is gone.
  public func place(of article: ArticleID) -> String? { state.articles[article]?.current.place }

  /// The withdrawn story that a person names by its id or slug.
  ///
  /// - Returns: Nil if the story is published, if it was folded into one that is, or if there never
  ///   was such a story.
  public func withdrawn(named name: String) -> RetiredStory? {
    var next: EntryID? =
      state.ledger.retired[EntryID(name)] != nil ? EntryID(name) : state.ledger.id(ofSlug: name)
    // A story that was folded into a story that was withdrawn later counts as withdrawn too.
    while let id = next, let retired = state.ledger.retired[id] {
      if retired.survivor == nil { return retired }
      next = retired.survivor
    }
    return nil
  }
}

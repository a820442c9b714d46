import NewsModel

/// The part of the grouping of articles that has changed.
struct Grouping {
  /// Every group with an article that was touched, complete.
  var groups: [[ArticleID]]
  /// The articles that are gone.
  var removed: [ArticleID]
  /// The articles that have another text, title, date or id.
  var revised: Set<ArticleID>
}

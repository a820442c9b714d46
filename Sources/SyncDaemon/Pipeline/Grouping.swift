import NewsModel

/// A grouping of articles from now on, as far as it changed.
struct Grouping {
  /// Every group that holds an article which was touched, whole.
  var groups: [[ArticleID]]
  /// The articles that are gone.
  var removed: [ArticleID]
  /// The articles that have another text, title, date or id.
  var revised: Set<ArticleID>
}

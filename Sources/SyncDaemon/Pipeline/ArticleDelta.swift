import NewsModel

/// The changes of articles by one pass, and the state records that remember them.
struct ArticleDelta {
  /// The records to be remembered, one for each file, article and date.
  var records: [StateRecord] = []
  /// Articles that are new or whose current version is another one, with that version.
  var changed: Set<ArticleID> = []
  /// The changed articles that were known before this pass.
  var revised: Set<ArticleID> = []
  /// The changed articles whose files have the same bytes as before: only the program reads them
  /// differently.
  var reread: Set<ArticleID> = []
  /// New ids by former ones: the same place of the same bytes, read differently.
  var renamed: [ArticleID: ArticleID] = [:]
  /// The last versions of articles that are gone, by id.
  var gone: [ArticleID: Article] = [:]
  /// The number of files that were read.
  var filesRead = 0
  /// The number of files that are gone.
  var filesGone = 0
}

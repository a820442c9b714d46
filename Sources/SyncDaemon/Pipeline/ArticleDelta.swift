import NewsModel

/// The effect of one pass's files on articles: records to be remembered, and what they mean for
/// stories.
struct ArticleDelta {
  /// The records to be remembered, one for each file, article and date.
  var records: [StateRecord] = []
  /// Articles that are new or whose current version is another one, with that version.
  var changed: Set<ArticleID> = []
  /// Those of them that were remembered before, so that something about them is another now.
  var revised: Set<ArticleID> = []
  /// Those of them whose files have the bytes that they had: only the program reads them
  /// differently.
  var reread: Set<ArticleID> = []
  /// By the id that an article had, the one that it has now: the same place of the same bytes, read
  /// differently.
  var renamed: [ArticleID: ArticleID] = [:]
  /// Articles that are gone, with the version that they last had.
  var gone: [ArticleID: Article] = [:]
  /// The number of files were read.
  var filesRead = 0
  /// The number of files are gone.
  var filesGone = 0
}

import FoundationEssentials
import NewsModel
import Stories

/// Makes the entry of a single article, for feeds with `merged: false`.
struct SingleArticleEntry {
  let settings: Settings
  /// The first ids of articles that have another one now, by the present id. The first one names
  /// the entry for ever.
  let firstNames: [ArticleID: ArticleID]

  /// The entry's id, computed from the first id that the article had.
  func id(of article: ArticleID) -> EntryID {
    let digest = ContentDigest(name(article)).hex(digits: EntryMint.digits)
    return EntryID("tag:\(settings.idAuthority),\(settings.idDate):article/\(digest)")
  }

  /// The entry's `updated`: the article's second, with milliseconds from the id that order the
  /// entries of one second.
  ///
  /// An entry must not be updated before it was published. So if the article's own milliseconds are
  /// later than those of the id, the next second is used.
  func updated(of article: Article) -> Date {
    let stated = max(article.published, article.modified ?? article.published)
    let whole = Int64(stated.timeIntervalSince1970.rounded(.down)) * 1000
    let parting = Int64(ContentDigest(name(article.id)).prefix64 % 1000)
    let updated = Timestamp.date(milliseconds: whole + parting)
    return updated < article.published
      ? Timestamp.date(milliseconds: whole + parting + 1000) : updated
  }

  private func name(_ article: ArticleID) -> String {
    (firstNames[article] ?? article).rawValue
  }

  /// The entry. Its link leads to the page of the article's story.
  func entry(of article: Article, storySlug: String?) -> Entry {
    let story = Story(
      id: id(of: article.id), slug: storySlug ?? "", founding: article.id,
      articles: [article.id], published: article.published, updated: updated(of: article))
    var entry = EntryComposer(preferences: settings.compositionPreferences).compose(
      story, articles: [article])
    if storySlug == nil { entry.link = article.url ?? settings.baseURL }
    return entry
  }
}

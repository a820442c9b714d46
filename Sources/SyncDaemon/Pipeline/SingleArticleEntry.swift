import FoundationEssentials
import NewsModel
import Stories

/// The entry of a single article, as feeds with `merged: false` show it.
struct SingleArticleEntry {
  let settings: Settings
  /// By an article's id, the first that it had, where that is another: it names the entry for ever.
  let firstNames: [ArticleID: ArticleID]

  /// The entry's id: a function of the first that the article had.
  func id(of article: ArticleID) -> EntryID {
    let digest = ContentDigest(name(article)).hex(digits: EntryMint.digits)
    return EntryID("tag:\(settings.idAuthority),\(settings.idDate):article/\(digest)")
  }

  /// The entry's `updated`, parted from others of the same second by milliseconds that the id
  /// gives.
  ///
  /// A feed has what it says in order only if nothing was updated before it was published: where
  /// the article's own milliseconds are later than those of the id, the next second has them.
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

  /// The entry; its page is that of the story that it is in.
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

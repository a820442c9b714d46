import FoundationEssentials
import NewsModel
import Stories

/// The entry of a single article, as feeds with `merged: false` show it.
struct SingleArticleEntry {
  let settings: Settings

  /// The entry's id: a function of the article's, so that nothing needs to be remembered for it.
  func id(of article: ArticleID) -> EntryID {
    let digest = ContentDigest(article.rawValue).hex(digits: EntryMint.digits)
    return EntryID("tag:\(settings.idAuthority),\(settings.idDate):article/\(digest)")
  }

  /// The entry's `updated`, parted from others of the same second by milliseconds that the id gives.
  func updated(of article: Article) -> Date {
    let stated = max(article.published, article.modified ?? article.published)
    let whole = stated.timeIntervalSince1970.rounded(.down)
    let parting = ContentDigest(article.id.rawValue).prefix64 % 1000
    return Date(timeIntervalSince1970: whole + Double(parting) / 1000)
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

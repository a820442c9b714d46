import FoundationEssentials
import NewsModel
import Stories

/// What the ledger asks about articles, out of state and of what has just gone from it.
struct PassFacts: ArticleFacts {
  let state: SyncState
  let gone: [ArticleID: Article]
  let index: StoryIndex
  let entryMint: EntryMint

  /// An article, also one that has just gone.
  func article(_ id: ArticleID) -> Article? {
    state.articles[id]?.article ?? gone[id]
  }

  func date(of article: ArticleID) -> Date {
    // Not there only if state was lost together with the article; its story still knows when it began.
    self.article(article)?.published ?? state.ledger.story(of: article)?.published
      ?? Date(timeIntervalSince1970: 0)
  }

  func mint(
    _ founding: ArticleID, avoiding isTaken: (EntryID, String) -> Bool
  ) -> (id: EntryID, slug: String) {
    var taken: Set<EntryID> = []
    let title = article(founding)?.title ?? ""
    while true {
      let id = entryMint.id(founding: founding, avoiding: taken)
      let slug = entryMint.slug(title: title, id: id)
      if !isTaken(id, slug) { return (id, slug) }
      taken.insert(id)
    }
  }

  func decision(_ kind: Decision.Kind, article: ArticleID, others: [ArticleID]) -> Decision {
    Decision(kind: kind, date: date(of: article), article: article)
  }
}

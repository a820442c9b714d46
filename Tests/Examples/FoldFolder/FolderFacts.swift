import Foundation
import NewsModel
import Stories

/// The facts about articles that the ledger needs, from a folder that was read whole.
struct FolderFacts: ArticleFacts {
  let articles: [ArticleID: Article]
  let index: StoryIndex
  let entryMint: EntryMint

  func date(of article: ArticleID) -> Date {
    articles[article]?.published ?? Date(timeIntervalSince1970: 0)
  }

  func mint(
    _ founding: ArticleID, avoiding isTaken: (EntryID, String) -> Bool
  ) -> (id: EntryID, slug: String) {
    var taken: Set<EntryID> = []
    while true {
      let id = entryMint.id(founding: founding, avoiding: taken)
      let slug = entryMint.slug(title: articles[founding]?.title ?? "", id: id)
      if !isTaken(id, slug) { return (id, slug) }
      taken.insert(id)
    }
  }

  func decision(_ kind: Decision.Kind, article: ArticleID, among group: [ArticleID]) -> Decision {
    // `index.evidence(article, other)` says why; a program that shows its decisions keeps it here.
    Decision(kind: kind, date: date(of: article), article: article)
  }
}

import FoundationEssentials
import NewsModel
import Stories

/// The facts about articles that the ledger needs, from the state and from what has just left it.
struct PassFacts: ArticleFacts {
  let state: SyncState
  let gone: [ArticleID: Article]
  let index: StoryIndex
  let archive: StateArchive
  let entryMint: EntryMint

  /// An article, also one that has just gone.
  func article(_ id: ArticleID) -> Article? {
    state.articles[id]?.article ?? gone[id]
  }

  func date(of article: ArticleID) -> Date {
    // The article is missing only if it was lost together with the state; its story still knows
    // when it began.
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
      if !isTaken(id, slug), !archive.isTaken(id, slug) { return (id, slug) }
      taken.insert(id)
    }
  }

  func decision(_ kind: Decision.Kind, article: ArticleID, among group: [ArticleID]) -> Decision {
    var decision = Decision(kind: kind, date: date(of: article), article: article)
    // A person may have put it beside articles with which it has nothing in common.
    let closest = index.closest(to: article, among: group) ?? group.first { $0 != article }
    guard let closest, let evidence = index.evidence(article, closest) else { return decision }
    decision.closest = closest
    decision.evidence = evidence.terms.map {
      Decision.Evidence(name: $0.name.rawValue, contribution: $0.contribution)
    }
    return decision
  }
}

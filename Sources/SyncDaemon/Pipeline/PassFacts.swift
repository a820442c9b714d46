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

  /// The most articles of a story among which the closest one is looked for. A story of thousands
  /// must not cost thousands of comparisons for one line of its history.
  private static let compared = 40

  func decision(_ kind: Decision.Kind, article: ArticleID, others: [ArticleID]) -> Decision {
    var decision = Decision(kind: kind, date: date(of: article), article: article)
    let scored = others.prefix(Self.compared).compactMap { other in
      index.evidence(article, other).map { (other: other, evidence: $0) }
    }
    // The highest score; of equal ones the first by id, because `others` is ordered.
    guard var best = scored.first else { return decision }
    for pair in scored where pair.evidence.score > best.evidence.score { best = pair }
    decision.closest = best.other
    decision.evidence = best.evidence.terms.map {
      Decision.Evidence(name: $0.name.rawValue, contribution: $0.contribution)
    }
    return decision
  }
}

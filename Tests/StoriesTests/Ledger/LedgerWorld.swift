import FoundationEssentials
import NewsModel
import Stories

/// Articles with dates and made-up ids: all that the ledger asks about.
struct LedgerWorld: ArticleFacts {
  var dates: [ArticleID: Date] = [:]

  func date(of article: ArticleID) -> Date {
    dates[article] ?? Date(timeIntervalSince1970: 0)
  }

  func mint(
    _ founding: ArticleID, avoiding isTaken: (EntryID, String) -> Bool
  ) -> (id: EntryID, slug: String) {
    var number = 0
    while true {
      let suffix = number == 0 ? "" : "-\(number)"
      let id = EntryID("tag:test.example,2026:story/\(founding)\(suffix)")
      let slug = "\(founding)\(suffix)"
      if !isTaken(id, slug) { return (id, slug) }
      number += 1
    }
  }

  func decision(_ kind: Decision.Kind, article: ArticleID, among group: [ArticleID]) -> Decision {
    Decision(
      kind: kind, date: date(of: article), article: article,
      closest: group.first { $0 != article })
  }
}

/// Articles `a`, `b`, … with dates an hour apart, in groups written as words: `["ab", "c"]`.
func world(_ letters: String) -> LedgerWorld {
  var world = LedgerWorld()
  for (hour, letter) in letters.enumerated() {
    world.dates[ArticleID(String(letter))] = Date(timeIntervalSince1970: Double(hour) * 3600)
  }
  return world
}

func groups(_ words: [String]) -> [[ArticleID]] {
  words.map { $0.map { ArticleID(String($0)) } }
}

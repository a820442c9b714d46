import FoundationEssentials
import NewsModel
import Stories
import Testing

@Suite("StoryLedger, articles under other ids")
struct RenamedArticleTests {
  private let now = Date(timeIntervalSince1970: 1_000_000)
  private let facts = world("abcdxyz")

  private func id(_ founding: String) -> EntryID {
    EntryID("tag:test.example,2026:story/\(founding)")
  }

  private func ledger(_ stories: [String]) -> StoryLedger {
    var ledger = StoryLedger()
    for (number, story) in stories.enumerated() {
      _ = ledger.apply(
        groups: groups([story]), removed: [], publication: number + 1, now: now, facts: facts)
    }
    return ledger
  }

  @Test("keep their story, though it is the founding one that is renamed")
  func founding() {
    var ledger = ledger(["ab", "c"])

    ledger.rename([ArticleID("a"): ArticleID("x")])
    let changes = ledger.apply(
      groups: groups(["bx"]), removed: [ArticleID("a")], revised: [ArticleID("x")],
      publication: 3, now: now, facts: facts)

    #expect(changes.map(\.kind) == [.revised])
    #expect(ledger.stories[id("a")]?.articles == groups(["bx"])[0])
    #expect(ledger.stories[id("a")]?.founding == ArticleID("x"))
    #expect(ledger.retired.isEmpty)
    #expect(ledger.story(of: ArticleID("a")) == nil)
    let named = Set(ledger.stories[id("a")]?.decisions.compactMap(\.article) ?? [])
    #expect(!named.contains(ArticleID("a")) && named.contains(ArticleID("x")))
  }

  @Test("that become one with another story's article join the two stories under the older id")
  func conflict() {
    var ledger = ledger(["a", "b"])

    ledger.rename([ArticleID("a"): ArticleID("b")])
    let changes = ledger.apply(
      groups: groups(["b"]), removed: [ArticleID("a")], revised: [ArticleID("b")],
      publication: 3, now: now, facts: facts)

    #expect(Set(changes.map(\.kind)) == [.removed, .merged])
    #expect(ledger.stories.keys.sorted() == [id("a")])
    #expect(ledger.resolve(id("b")) == id("a"))
    #expect(ledger.story(of: ArticleID("b"))?.id == id("a"))
  }

  @Test("of no story change nothing")
  func unknown() {
    let before = ledger(["ab"])
    var ledger = before
    ledger.rename([ArticleID("q"): ArticleID("x")])
    #expect(ledger == before)
  }
}

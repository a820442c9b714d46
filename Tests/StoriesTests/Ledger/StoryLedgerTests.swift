import FoundationEssentials
import NewsModel
import SeededRandom
import Stories
import Testing

@Suite("StoryLedger")
struct StoryLedgerTests {
  private let now = Date(timeIntervalSince1970: 1_000_000)

  private func id(_ founding: String) -> EntryID {
    EntryID("tag:test.example,2026:story/\(founding)")
  }

  @Test("a new group gets the id of its founding article, the earliest by date")
  func created() {
    var ledger = StoryLedger()

    let changes = ledger.apply(
      groups: groups(["cba"]), removed: [], publication: 1, now: now, facts: world("abc"))

    #expect(changes.map(\.kind) == [.created])
    #expect(ledger.stories[id("a")]?.articles == groups(["abc"])[0])
    #expect(ledger.stories[id("a")]?.minted == 1)
  }

  @Test("an earlier article that joins later does not take the id")
  func earlierMember() {
    var ledger = StoryLedger()
    _ = ledger.apply(
      groups: groups(["bc"]), removed: [], publication: 1, now: now, facts: world("abc"))

    let changes = ledger.apply(
      groups: groups(["abc"]), removed: [], publication: 2, now: now, facts: world("abc"))

    #expect(changes.map(\.kind) == [.extended])
    #expect(changes.first?.joined == groups(["a"])[0])
    #expect(ledger.stories[id("b")]?.published == Date(timeIntervalSince1970: 3600))
  }

  @Test("of many decisions the first and the last are remembered, however the articles come")
  func manyDecisions() {
    var facts = LedgerWorld()
    let articles = (0..<1000).map { ArticleID("a\(1000 + $0)") }
    for (hour, article) in articles.enumerated() {
      facts.dates[article] = Date(timeIntervalSince1970: Double(hour) * 3600)
    }
    func ledger(_ counts: some Sequence<Int>) -> StoryLedger {
      var ledger = StoryLedger()
      for (number, count) in counts.enumerated() {
        _ = ledger.apply(
          groups: [Array(articles.prefix(count))], removed: [], publication: number + 1, now: now,
          facts: facts)
      }
      return ledger
    }
    for counts in [[1000], [1, 1000], [500, 1000], Array(1...1000), [150, 199, 200, 201, 1000]] {
      let decisions = ledger(counts).stories[id("a1000")]?.decisions ?? []

      #expect(decisions.count == Story.mostDecisions, "\(counts.count) publications")
      #expect(decisions.first?.kind == .created)
      #expect(decisions.prefix(100).compactMap(\.article) == Array(articles.prefix(100)))
      #expect(decisions.suffix(100).compactMap(\.article) == Array(articles.suffix(100)))
    }
    #expect(ledger(1...200).stories[id("a1000")]?.decisions.count == 200)
  }

  @Test("of two stories that prove to be one, the one published first survives")
  func merged() {
    var ledger = StoryLedger()
    let facts = world("abcd")
    _ = ledger.apply(
      groups: groups(["cd"]), removed: [], publication: 1, now: now, facts: facts)
    _ = ledger.apply(
      groups: groups(["ab"]), removed: [], publication: 2, now: now, facts: facts)

    let changes = ledger.apply(
      groups: groups(["abcd"]), removed: [], publication: 3, now: now, facts: facts)

    #expect(changes.map(\.kind) == [.removed, .merged])
    #expect(ledger.stories.keys.sorted() == [id("c")])
    #expect(ledger.retired[id("a")]?.survivor == id("c"))
    #expect(ledger.resolve(id("a")) == id("c"))
    #expect(ledger.aliases(of: id("c")) == [id("a")])
  }

  @Test("a split leaves the id with the founding article's part, and the other part gets a new one")
  func split() {
    var ledger = StoryLedger()
    let facts = world("abcd")
    _ = ledger.apply(
      groups: groups(["abcd"]), removed: [], publication: 1, now: now, facts: facts)

    let changes = ledger.apply(
      groups: groups(["ad", "bc"]), removed: [], publication: 2, now: now, facts: facts)

    #expect(changes.map(\.kind) == [.split, .created])
    #expect(ledger.stories[id("a")]?.articles == groups(["ad"])[0])
    #expect(ledger.stories[id("b")]?.decisions.first?.kind == .split)
  }

  @Test("stories that merged and part again do not reuse the retired id")
  func partAgain() {
    var ledger = StoryLedger()
    let facts = world("ab")
    _ = ledger.apply(
      groups: groups(["a", "b"]), removed: [], publication: 1, now: now, facts: facts)
    _ = ledger.apply(groups: groups(["ab"]), removed: [], publication: 2, now: now, facts: facts)

    _ = ledger.apply(
      groups: groups(["a", "b"]), removed: [], publication: 3, now: now, facts: facts)

    #expect(ledger.stories.keys.sorted() == [id("a"), id("b-1")])
    #expect(ledger.resolve(id("b")) == id("a"))
  }

  @Test("with the founding article gone, the id goes with the earliest that remains")
  func heir() {
    var ledger = StoryLedger()
    let facts = world("abc")
    _ = ledger.apply(groups: groups(["abc"]), removed: [], publication: 1, now: now, facts: facts)

    let changes = ledger.apply(
      groups: groups(["b", "c"]), removed: groups(["a"])[0], publication: 2, now: now,
      facts: facts)

    #expect(ledger.story(of: ArticleID("b"))?.id == id("a"))
    #expect(changes.map(\.kind) == [.split, .created])
  }

  @Test("a story whose last article goes is withdrawn, and comes back under its id")
  func withdrawnAndBack() {
    var ledger = StoryLedger()
    let facts = world("ab")
    _ = ledger.apply(groups: groups(["ab"]), removed: [], publication: 1, now: now, facts: facts)
    let gone = ledger.apply(
      groups: [], removed: groups(["ab"])[0], publication: 2, now: now, facts: facts)

    let back = ledger.apply(
      groups: groups(["b"]), removed: [], publication: 3, now: now, facts: facts)

    #expect(gone.map(\.kind) == [.removed])
    #expect(back.map(\.kind) == [.returned])
    #expect(ledger.stories[id("a")]?.articles == groups(["b"])[0])
    #expect(ledger.retired.isEmpty)
  }

  @Test("a withdrawn story whose article comes back into another story becomes its alias")
  func backIntoAnother() {
    var ledger = StoryLedger()
    let facts = world("abc")
    _ = ledger.apply(
      groups: groups(["a", "bc"]), removed: [], publication: 1, now: now, facts: facts)
    _ = ledger.apply(
      groups: [], removed: groups(["a"])[0], publication: 2, now: now, facts: facts)

    let later = now + 60
    _ = ledger.apply(
      groups: groups(["abc"]), removed: [], publication: 3, now: later, facts: facts)

    #expect(ledger.resolve(id("a")) == id("b"))
    // Its withdrawal was announced; that it is in another story is another announcement.
    #expect(ledger.retired[id("a")]?.when == later)
  }

  @Test("a story that came back is alone under its id, also when it is read from a journal")
  func backFromJournal() throws {
    var ledger = StoryLedger()
    let facts = world("ab")
    _ = ledger.apply(groups: groups(["ab"]), removed: [], publication: 1, now: now, facts: facts)
    let published = try #require(ledger.stories[id("a")])
    _ = ledger.apply(
      groups: [], removed: groups(["ab"])[0], publication: 2, now: now, facts: facts)
    let withdrawn = try #require(ledger.retired[id("a")])

    var restored = StoryLedger()
    restored.restore(published)
    restored.restore(withdrawn)
    restored.restore(published)
    let changes = restored.apply(
      groups: groups(["ab"]), removed: [], revised: [ArticleID("a")], publication: 3, now: now,
      facts: facts)

    #expect(changes.map(\.kind) == [.revised])
    #expect(restored.retired.isEmpty)
    #expect(restored.resolve(id("a")) == id("a"))
  }

  @Test(
    "of withdrawn stories that come back as one, the older returns and the others are aliases")
  func backAsOne() {
    var ledger = StoryLedger()
    let facts = world("ab")
    _ = ledger.apply(
      groups: groups(["a", "b"]), removed: [], publication: 1, now: now, facts: facts)
    _ = ledger.apply(
      groups: [], removed: groups(["ab"])[0], publication: 2, now: now, facts: facts)

    let changes = ledger.apply(
      groups: groups(["ab"]), removed: [], publication: 3, now: now, facts: facts)

    #expect(changes.map(\.kind) == [.returned, .removed])
    #expect(ledger.stories.keys.sorted() == [id("a")])
    #expect(ledger.resolve(id("b")) == id("a"))
  }

  @Test("aliases that lead in a circle, as documents of two backups may say, lead nowhere")
  func circle() throws {
    var ledger = StoryLedger()
    let facts = world("abc")
    _ = ledger.apply(
      groups: groups(["a", "b", "c"]), removed: [], publication: 1, now: now, facts: facts)
    let (a, b) = (try #require(ledger.stories[id("a")]), try #require(ledger.stories[id("b")]))

    ledger.restore(RetiredStory(a, when: now, survivor: b.id))
    ledger.restore(RetiredStory(b, when: now, survivor: a.id))

    #expect(ledger.resolve(a.id) == nil && ledger.lastSurvivor(of: b.id) == nil)
    #expect(ledger.resolve(id("c")) == id("c"))
  }

  @Test("a founding article that left and came back alone does not take its old story's id along")
  func foundingComesBackAlone() {
    var ledger = StoryLedger()
    let facts = world("ab")
    _ = ledger.apply(groups: groups(["ab"]), removed: [], publication: 1, now: now, facts: facts)
    _ = ledger.apply(
      groups: [], removed: groups(["a"])[0], publication: 2, now: now, facts: facts)
    _ = ledger.apply(groups: groups(["a"]), removed: [], publication: 3, now: now, facts: facts)

    let changes = ledger.apply(
      groups: groups(["a", "b"]), removed: [], publication: 4, now: now, facts: facts)

    #expect(changes.isEmpty)
    #expect(ledger.story(of: ArticleID("b"))?.id == id("a"))
    #expect(ledger.story(of: ArticleID("a"))?.id == id("a-1"))
  }

  @Test("a grouping that changes nothing is no change")
  func unchanged() {
    var ledger = StoryLedger()
    let facts = world("abc")
    _ = ledger.apply(
      groups: groups(["ab", "c"]), removed: [], publication: 1, now: now, facts: facts)
    let before = ledger

    let changes = ledger.apply(
      groups: groups(["c", "ba"]), removed: [], publication: 2, now: now, facts: facts)

    #expect(changes.isEmpty)
    #expect(ledger == before)
  }

  @Test("thousands of random histories keep every id", arguments: 0..<40)
  func histories(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var ledger = StoryLedger()
    var facts = LedgerWorld()
    for number in 0..<24 {
      facts.dates[ArticleID("article\(number)")] = Date(
        timeIntervalSince1970: Double(Int.random(in: 0..<12, using: &random)) * 3600)
    }
    let all = facts.dates.keys.sorted()
    var present = Set<ArticleID>()
    var everPublished = Set<EntryID>()
    var aliases: [EntryID: EntryID] = [:]
    for publication in 1...60 {
      let next = Set(all.filter { _ in Int.random(in: 0..<4, using: &random) > 0 })
      var parts: [Int: [ArticleID]] = [:]
      for article in next.sorted() {
        parts[Int.random(in: 0..<8, using: &random), default: []].append(article)
      }
      let founders = ledger.stories.mapValues(\.founding)

      _ = ledger.apply(
        groups: parts.keys.sorted().map { parts[$0] ?? [] },
        removed: present.subtracting(next).sorted(), publication: publication, now: now,
        facts: facts)

      present = next
      let living = Set(ledger.stories.keys)
      let comment = Comment(rawValue: "seed \(seed), publication \(publication)")
      #expect(everPublished.isSubset(of: living.union(ledger.retired.keys)), comment)
      #expect(living.isDisjoint(with: ledger.retired.keys), comment)
      #expect(
        ledger.stories.values.flatMap(\.articles).sorted() == present.sorted(), comment)
      for (id, survivor) in aliases { #expect(ledger.retired[id]?.survivor == survivor, comment) }
      for (id, founding) in founders where living.contains(id) {
        #expect(ledger.stories[id]?.founding == founding, comment)
      }
      for (id, story) in ledger.retired where story.survivor != nil {
        #expect(ledger.resolve(id) != id, comment)
        aliases[id] = story.survivor
      }
      #expect(
        Set(ledger.stories.values.map(\.slug)).count == ledger.stories.count, comment)
      everPublished.formUnion(living)
    }
  }
}

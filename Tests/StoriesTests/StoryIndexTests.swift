import Foundation
import NewsModel
import Testing

@testable import Stories

@Suite("StoryIndex")
struct StoryIndexTests {
  @Test("two reports of one event in other words are one story, and a third event stays alone")
  func paraphrase() {
    var index = StoryIndex()

    index.insert(contentsOf: InventedNews.ferry)
    let change = index.regroup()

    #expect(
      change.new == [["ferry-1", "ferry-2"].map { ArticleID($0) }, [ArticleID("harbour-3")]])
    #expect(change.old.isEmpty)
  }

  @Test("an article that leaves and returns restores the groups")
  func removal() {
    var index = StoryIndex()
    index.insert(contentsOf: InventedNews.ferry)
    _ = index.regroup()
    let before = index.groups

    index.remove(ArticleID("ferry-1"))
    let gone = index.regroup()
    index.insert(InventedNews.ferry[0])
    _ = index.regroup()

    #expect(gone.old == [["ferry-1", "ferry-2"].map { ArticleID($0) }])
    #expect(gone.new == [[ArticleID("ferry-2")]])
    #expect(index.groups == before)
  }

  @Test("the terms of the evidence add up to the score")
  func evidenceAddsUp() throws {
    let index = StoryIndex()

    let evidence = index.evidence(between: InventedNews.ferry[0], and: InventedNews.ferry[1])

    let sum = evidence.terms.reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - evidence.score) < 0.000_002)
    #expect(evidence.score > evidence.threshold)
    #expect(evidence.words?.names.contains("Marlindale") == true)
  }

  @Test("a pin brings two articles together, and another keeps two apart, whatever their score")
  func pins() {
    var index = StoryIndex()
    index.insert(contentsOf: InventedNews.ferry)
    _ = index.regroup()

    index.setPins(
      StoryPins(
        together: [ArticlePair(ArticleID("ferry-2"), ArticleID("harbour-3"))],
        apart: [ArticlePair(ArticleID("ferry-1"), ArticleID("ferry-2"))]))
    _ = index.regroup()
    let pinned = index.groups
    index.setPins(StoryPins())
    _ = index.regroup()

    #expect(pinned == [[ArticleID("ferry-1")], ["ferry-2", "harbour-3"].map { ArticleID($0) }])
    #expect(index.groups.count == 2)
  }
}

import NewsModel
import Testing

@testable import Stories

/// One dense day of our own invention in eight languages: headlines and blurbs, events of one kind in several places, notices from
/// templates, digests, outlets' names behind titles, what comes the next day, and reports from abroad.
@Suite("A dense day")
struct DenseDayTests {
  private func fold() throws -> (groups: [[ArticleID]], stories: [ArticleID: String]) {
    let (articles, stories) = try EvaluationCollections.own("dense")
    return (folded(articles), stories)
  }

  @Test("of the pairs that it joins nearly all are right, and most of the right ones are joined")
  func whole() throws {
    let (groups, stories) = try fold()
    let scores = EvaluationScores(groups: groups, gold: stories).pairwise

    #expect(stories.count == 117)
    #expect(scores.precision >= 0.8, "\(scores)")
    #expect(scores.recall >= 0.4, "\(scores)")
  }

  @Test(
    "no notice from a template, no title with an outlet's name and no year is in a story with another"
  )
  func alone() throws {
    let (groups, stories) = try fold()
    let kinds = ["quake", "weather", "suffix", "year", "place", "match", "res", "an-", "vang"]

    for group in groups where group.count > 1 {
      let alone = group.filter { article in
        kinds.contains { (stories[article] ?? "").contains($0) }
      }
      #expect(alone.isEmpty, "\(group.map { stories[$0] ?? "" })")
    }
  }

  @Test("what comes the next day, and what is of the same kind elsewhere, is no part of the event")
  func followed() throws {
    let (groups, stories) = try fold()
    var mixed: [[String]] = []
    for group in groups {
      let told = Set(group.compactMap { stories[$0] })
      if told.count > 1 { mixed.append(told.sorted()) }
    }

    #expect(mixed.count <= 3, "\(mixed)")
  }
}

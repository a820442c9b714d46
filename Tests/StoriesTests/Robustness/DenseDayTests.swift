import NewsModel
import Testing

@testable import Stories

/// One dense day of our own invention in eight languages: headlines and blurbs, events of one kind
/// in several places, notices from templates, digests, outlets' names behind titles, what comes the
/// next day, and reports from abroad.
@Suite("A dense day")
struct DenseDayTests {
  private func fold() throws -> (groups: [[ArticleID]], stories: [ArticleID: String]) {
    let (articles, stories) = try EvaluationCollections.own("dense")
    return (folded(articles), stories)
  }

  // Measured on 30 November 2026: .570 and .898; before titles, doubts and weights by length .260
  // and .644.
  @Test("most of the pairs that it joins are right, and nearly all of the right ones are joined")
  func whole() throws {
    let (groups, stories) = try fold()
    let scores = EvaluationScores(groups: groups, gold: stories).pairwise

    #expect(stories.count == 117)
    #expect(scores.precision >= 0.56, "\(scores)")
    #expect(scores.recall >= 0.88, "\(scores)")
  }

  @Test("no quake is in a story with another, and no headline by a year in common")
  func alone() throws {
    let (groups, stories) = try fold()

    for group in groups where group.count > 1 {
      let alone = group.filter { article in
        ["quake", "year"].contains { (stories[article] ?? "").contains($0) }
      }
      #expect(alone.isEmpty, "\(group.map { stories[$0] ?? "" })")
    }
  }

  // Fifteen on the same day: digests, the next day, one minister, results, gold prices.
  @Test("few stories hold what comes the next day, or what is of the same kind elsewhere")
  func followed() throws {
    let (groups, stories) = try fold()
    var mixed: [[String]] = []
    for group in groups {
      let told = Set(group.compactMap { stories[$0] })
      if told.count > 1 { mixed.append(told.sorted()) }
    }

    #expect(mixed.count <= 15, "\(mixed)")
  }
}

import NewsModel
import Stories
import Testing

@Suite("EvaluationScores")
struct EvaluationScoresTests {
  private let gold: [ArticleID: String] = [
    ArticleID("a"): "x", ArticleID("b"): "x", ArticleID("c"): "y", ArticleID("d"): "y",
  ]

  @Test("groups that are the gold stories score one")
  func perfect() {
    let scores = EvaluationScores(
      groups: [[ArticleID("a"), ArticleID("b")], [ArticleID("c"), ArticleID("d")]], gold: gold)

    #expect(scores.pairwise.f1 == 1)
    #expect(scores.bCubed.f1 == 1)
    #expect(scores.adjustedRand == 1)
  }

  @Test("one group of everything has all recall and a third of the precision")
  func everythingTogether() {
    let scores = EvaluationScores(
      groups: [["a", "b", "c", "d"].map { ArticleID($0) }], gold: gold)

    // Two of six pairs are gold.
    #expect(scores.pairwise.precision == 2.0 / 6.0)
    #expect(scores.pairwise.recall == 1)
    #expect(scores.bCubed.precision == 0.5)
    #expect(scores.adjustedRand == 0)
  }

  @Test("an article in no group counts as alone")
  func missingArticles() {
    let scores = EvaluationScores(groups: [[ArticleID("a"), ArticleID("b")]], gold: gold)

    #expect(scores.pairwise.precision == 1)
    #expect(scores.pairwise.recall == 0.5)
    #expect(scores.storyCount == 3)
  }
}

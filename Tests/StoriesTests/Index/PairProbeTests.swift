import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// Checks that a score made only in part comes to the same as one made in full.
@Suite("Scores that are not made to their end")
struct PairProbeTests {
  private func prepared(seed: UInt64, outlet: String? = nil) -> [PreparedArticle] {
    let preparer = ArticlePreparer()
    let stream = InventedStream(seed: seed, eventCount: 16, days: 12, outlet: outlet).articles
    var articles = stream
    var chance = SeededGenerator(seed: seed)
    // Texts of any length, with parts of others, some undated; in every other stream words count as
    // syllables.
    for index in articles.indices {
      guard let other = stream.randomElement(using: &chance) else { continue }
      // Some have more terms than the body takes.
      let others = (0..<Int.random(in: 0..<3, using: &chance)).compactMap { _ in
        stream.randomElement(using: &chance)?.text
      }
      let words = ([articles[index].text, other.text] + others).joined(separator: " ")
        .split(separator: " ")
      let kept = words.prefix(Int.random(in: 0...words.count, using: &chance))
      articles[index] = Article(
        id: articles[index].id, outlet: articles[index].outlet,
        title: Bool.random(using: &chance) ? articles[index].title : other.title,
        paragraphs: [kept.joined(separator: " ")], language: seed % 2 == 0 ? "vi" : "en",
        published: articles[index].published,
        dateOrigin: Int.random(in: 0..<5, using: &chance) == 0 ? .file : .stated)
    }
    return articles.map { preparer.prepare($0) }
  }

  /// Signs and sizes of weights that no fit would give, beside the shipped ones.
  private func models(seed: UInt64) -> [MergeModel] {
    var chance = SeededGenerator(seed: seed)
    return [.shipped]
      + (0..<3).map { _ in
        var model = MergeModel.shipped
        for index in EvidenceName.weighed.indices {
          model.weights[index] = Double.random(in: -5...5, using: &chance)
        }
        model.absent = LogOdds(
          millionths: Int64.random(in: -6_000_000...2_000_000, using: &chance))
        return model
      }
  }

  @Test(
    "every score above the bound is kept, bit for bit, and no other", arguments: [1, 2, 3, 4],
    [nil, "One Outlet"])
  func exact(seed: UInt64, outlet: String?) {
    let articles = prepared(seed: seed, outlet: outlet)
    #expect(articles.contains { $0.features.leadAndBodyCount < $0.features.keys.count })
    for model in models(seed: seed) {
      let scorer = PairScorer(model: model)
      var kept = 0
      for one in articles {
        var probe = PairProbe(one, scorer: scorer)
        for other in articles {
          let score = scorer.score(one, other)
          // Notices of two things end before they are scored, whatever the weights.
          let isOther = NoticeSlots.differ(one.features, other.features)
          if isOther, model == .shipped { #expect(score.total <= model.absent) }
          let expected = score.total > model.absent && !isOther ? score : nil
          #expect(probe.keptScore(other.time, other.features) == expected, "seed \(seed)")
          if expected != nil { kept += 1 }
        }
      }
      if model == .shipped { #expect(kept > 0) }
    }
  }

  @Test("words left out of an article leave what the rest alone would be", arguments: [5, 6])
  func leftOut(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let scorer = PairScorer(model: .shipped)
    let articles = prepared(seed: seed)
    for (one, other) in zip(articles, articles.dropFirst()) {
      let isKept = one.features.sequence.map { _ in Bool.random(using: &chance) }
      let part = ArticleFeatures(one.features, keeping: isKept)
      let running = one.features.sequence.enumerated().filter { isKept[$0.offset] }.map {
        TermOccurrence(
          term: one.features.keys[Int($0.element)],
          weight: one.features.weights[Int($0.element)].weight,
          calendar: one.features.weights[Int($0.element)].calendar,
          isName: one.features.weights[Int($0.element)].isName)
      }
      let anew = ArticleFeatures(
        language: one.features.language, outlet: one.features.outlet, occurrences: running,
        titleCount: isKept.prefix(one.features.titleCount).count { $0 },
        pivots: PivotFeatures([]))
      #expect(PairFeatures(part, other.features) == PairFeatures(anew, other.features))
      #expect(PairFeatures(other.features, part) == PairFeatures(other.features, anew))
      #expect(scorer.sum(PairFeatures(part, part)) == scorer.sum(PairFeatures(anew, anew)))
    }
  }

  @Test("beyond the farthest distance no text is enough, and a second before it one would be")
  func farthest() throws {
    let model = MergeModel.shipped
    let days = try #require(model.farthestDays)
    func best(_ days: Double) -> Double { model.limit + model.timeTerm(days: days) }

    #expect(best(days) * 1_000_000 <= Double(model.absent.millionths))
    #expect((best(days - 1 / 86_400) + 0.000_01) * 1_000_000 > Double(model.absent.millionths))
  }

  @Test("a model without a time term has no farthest distance")
  func noFarthest() {
    var model = MergeModel.shipped
    model.time = 0

    #expect(model.farthestDays == nil)
  }
}

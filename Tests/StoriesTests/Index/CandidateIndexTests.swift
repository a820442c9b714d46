import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("The lists of candidates")
struct CandidateIndexTests {
  private func prepared(seed: UInt64) -> [PreparedArticle] {
    let preparer = ArticlePreparer()
    var chance = SeededGenerator(seed: seed)
    return InventedStream(seed: seed, eventCount: 25, days: 40).articles.map { article in
      preparer.prepare(
        Article(
          id: article.id, outlet: article.outlet, title: article.title,
          paragraphs: article.paragraphs, language: article.language,
          // Up to nine days more, so that reports of one event lie as far apart as their texts can bear.
          published: article.published.addingTimeInterval(
            Double(Int.random(in: 0..<10, using: &chance)) * 86_400),
          dateOrigin: Int.random(in: 0..<4, using: &chance) == 0 ? .file : .stated))
    }
  }

  @Test(
    "find all that share two terms and may come to a kept score, in any order of arrival",
    arguments: [1, 2, 3], [StoryConfiguration.FileDates.boundTheWindow, .reachEverything])
  func complete(seed: UInt64, fileDates: StoryConfiguration.FileDates) {
    let articles = prepared(seed: seed)
    let model = MergeModel.shipped
    var lists = CandidateIndex(
      reach: TimeReach(
        windowDays: 14, farthestDays: model.farthestDays, fileDates: fileDates))
    var chance = SeededGenerator(seed: seed)
    for slot in articles.indices.shuffled(using: &chance) {
      lists.insert(articles[slot], slot: Int32(slot))
    }
    // Some leave again.
    let gone = Set(articles.indices.shuffled(using: &chance).prefix(20))
    for slot in gone { lists.remove(articles[slot], slot: Int32(slot)) }

    let scorer = PairScorer(model: model)
    var tally = [UInt8](repeating: 0, count: articles.count)
    var kept = 0
    for one in articles {
      let found = Set(
        lists.slots(sharing: one, counts: &tally).filter {
          lists.isPromising(
            one.time, one.features, articles[Int($0)].time, articles[Int($0)].features)
        })
      #expect(tally.allSatisfy { $0 == 0 })
      for slot in articles.indices where !gone.contains(slot) {
        let other = articles[slot]
        let isCandidate =
          lists.reasonNotToCompare(one, other) == nil
          && scorer.score(one, other).total > model.absent
        if isCandidate {
          #expect(found.contains(Int32(slot)), "seed \(seed): \(one.id) and \(other.id)")
          kept += 1
        }
      }
      #expect(found.allSatisfy { lists.reasonNotToCompare(one, articles[Int($0)]) == nil })
      #expect(found.allSatisfy { !gone.contains(Int($0)) })
    }
    #expect(kept > articles.count)
  }
}

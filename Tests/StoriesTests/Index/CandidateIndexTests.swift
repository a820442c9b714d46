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
    let stream = InventedStream(seed: seed, eventCount: 25, days: 40).articles
    func article(_ article: Article, _ id: ArticleID, days: Double) -> PreparedArticle {
      preparer.prepare(
        Article(
          id: id, outlet: "\(article.outlet) \(id)", title: article.title,
          paragraphs: article.paragraphs, language: article.language,
          published: article.published.addingTimeInterval(days * 86_400),
          dateOrigin: Int.random(in: 0..<4, using: &chance) == 0 ? .file : .stated))
    }
    var articles: [PreparedArticle] = []
    for one in stream {
      articles.append(article(one, one.id, days: Double(Int.random(in: 0..<10, using: &chance))))
      // Its text once more, as far apart as any texts can bear.
      articles.append(
        article(one, ArticleID("\(one.id)-again"), days: Double.random(in: 0..<10, using: &chance)))
    }
    return articles
  }

  @Test(
    "find all that share enough and may come to a kept score, in any order of arrival",
    arguments: [1, 2, 3], [StoryConfiguration.FileDates.boundTheWindow, .reachEverything])
  func complete(seed: UInt64, fileDates: StoryConfiguration.FileDates) {
    let articles = prepared(seed: seed)
    let model = MergeModel.shipped
    var lists = CandidateIndex(
      reach: TimeReach(
        windowDays: 14, farthestDays: model.farthestDays, fileDates: fileDates),
      required: RequiredWeight(model: model, windowDays: 14))
    var chance = SeededGenerator(seed: seed)
    for slot in articles.indices.shuffled(using: &chance) {
      lists.insert(articles[slot], slot: Int32(slot))
    }
    // Some leave again.
    let gone = Set(articles.indices.shuffled(using: &chance).prefix(20))
    for slot in gone { lists.remove(articles[slot], slot: Int32(slot)) }

    let scorer = PairScorer(model: model)
    var tally = SlotTally()
    var kept = 0
    var keptFar = 0
    for one in articles {
      let found = Set(lists.slots(sharing: one, tally: &tally))
      for slot in articles.indices where !gone.contains(slot) {
        let other = articles[slot]
        let isCandidate =
          lists.reasonNotToCompare(one, other) == nil
          && scorer.score(one, other).total > model.absent
        if isCandidate {
          #expect(found.contains(Int32(slot)), "seed \(seed): \(one.id) and \(other.id)")
          kept += 1
          if one.time.isEvidence, other.time.isEvidence,
            abs(one.time.milliseconds - other.time.milliseconds) > 5 * PublicationTime.day
          {
            keptFar += 1
          }
        }
      }
      #expect(found.allSatisfy { lists.reasonNotToCompare(one, articles[Int($0)]) == nil })
      #expect(found.allSatisfy { lists.reasonNotToCompare(articles[Int($0)], one) == nil })
      #expect(found.allSatisfy { !gone.contains(Int($0)) })
    }
    #expect(kept > articles.count)
    // Else a shorter reach would do as well.
    #expect(keptFar > 0)
  }
}

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

  /// An article of 30 heavy words, its own unless `sharesHeaviest`, and of eight lighter ones
  /// behind its opening that all of them share.
  private func article(
    _ own: UInt32, minutes: Int64?, sharesHeaviest: Bool = false
  ) -> PreparedArticle {
    let heaviest = (0..<30).map {
      TermOccurrence(term: ((sharesHeaviest ? 0 : own) * 1000 + $0) * 2, weight: 200)
    }
    // Beyond the opening.
    let filling = (0..<40).map { TermOccurrence(term: (own * 1000 + 500 + $0) * 2, weight: 40) }
    let background = (0..<8).map { TermOccurrence(term: (90_000 + $0) * 2, weight: 100) }
    let features = ArticleFeatures(
      language: LanguageCode(tag: "en"), outlet: own, occurrences: heaviest + filling + background,
      titleCount: 0, pivots: PivotFeatures([]))
    return PreparedArticle(
      id: ArticleID("\(own)"),
      time: PublicationTime(
        milliseconds: (minutes ?? 0) * 60_000 + 59_999, isEvidence: minutes != nil),
      features: features)
  }

  @Test(
    "articles that share lighter terms alone are compared up to a day apart, and with undated ones",
    arguments: [(0, true), (1440, true), (1441, false), (-1440, true), (-1441, false), (nil, true)])
  func near(minutes: Int64?, isCandidate: Bool) {
    let configuration = StoryConfiguration(fileDates: .reachEverything)
    let (one, other) = (article(1, minutes: 0), article(2, minutes: minutes))
    for (listed, searching) in [(one, other), (other, one)] {
      var lists = CandidateIndex(configuration)
      lists.insert(listed, slot: 0)
      var tally = SlotTally()

      #expect((lists.slots(sharing: searching, tally: &tally) == [0]) == isCandidate)
      #expect((lists.reasonNotToCompare(searching, listed) == nil) == isCandidate)
    }
  }

  @Test("those that share the heaviest are compared days apart")
  func far() {
    var lists = CandidateIndex(StoryConfiguration())
    lists.insert(article(1, minutes: 0, sharesHeaviest: true), slot: 0)
    var tally = SlotTally()

    let found = lists.slots(
      sharing: article(2, minutes: 4 * 1440, sharesHeaviest: true), tally: &tally)

    #expect(found == [0])
  }

  @Test("an exhaustive comparison finds what shares nothing, as near in time as a kept score bears")
  func exhaustive() {
    var configuration = StoryConfiguration()
    configuration.comparison = .exhaustive
    var lists = CandidateIndex(configuration)
    for slot in 0..<9 {
      lists.insert(article(UInt32(slot) + 1, minutes: Int64(slot) * 1440), slot: Int32(slot))
    }
    var tally = SlotTally()

    #expect(lists.slots(sharing: article(99, minutes: 0), tally: &tally).sorted() == Array(0...5))
    lists.remove(article(4, minutes: 3 * 1440), slot: 3)
    #expect(
      lists.slots(sharing: article(99, minutes: 0), tally: &tally).sorted() == [0, 1, 2, 4, 5])
    #expect(
      CandidateIndex(StoryConfiguration()).reasonNotToCompare(
        article(1, minutes: 0), article(2, minutes: 2000)) == .tooLittleInCommon)
    #expect(lists.reasonNotToCompare(article(1, minutes: 0), article(2, minutes: 2000)) == nil)
  }
}

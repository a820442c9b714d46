import Testing

@testable import Stories

/// Two events told in one vocabulary show as a rift: each event's reports resemble one another more
/// than the other's.
@Suite("Groups between which there is a rift")
struct RiftTests {
  /// The groups of articles that came at once.
  ///
  /// - Parameters:
  ///   - events: To which event each article belongs.
  ///   - within: The score of two articles of one event.
  ///   - between: The score of two articles of two events.
  /// - Returns: The groups, by the places of the articles.
  private func groups(_ events: [Int], within: Double, between: Double) -> [[Int]] {
    var links: [ComponentLink] = []
    for one in events.indices {
      for other in events.indices where one < other {
        let score = events[one] == events[other] ? within : between
        links.append(
          ComponentLink(
            first: one, second: other,
            score: PairScore(text: LogOdds(score), time: .zero, isDated: false)))
      }
    }
    var division = AverageLink(
      articles: events.map { _ in
        GroupedArticle(time: PublicationTime(milliseconds: 0, isEvidence: false))
      },
      scores: links, model: .shipped)
    return division.groups()
  }

  @Test("two events whose reports resemble their own far more stay two")
  func stayTwo() {
    #expect(groups([0, 0, 0, 1, 1, 1], within: 2.5, between: -0.5) == [[0, 1, 2], [3, 4, 5]])
    #expect(groups([0, 1, 0, 1], within: 2.5, between: -0.5) == [[0, 2], [1, 3]])
  }

  @Test("reports that resemble one another no more than the rest are one story")
  func areOne() {
    #expect(groups([0, 0, 0, 1, 1, 1], within: 0.4, between: -0.5) == [[0, 1, 2, 3, 4, 5]])
  }

  @Test("near copies say nothing of how much reports of one event resemble each other")
  func copies() {
    #expect(groups([0, 0, 0, 1, 1, 1], within: 5.5, between: -0.5) == [[0, 1, 2, 3, 4, 5]])
  }

  @Test("one report joins a story however closely the reports of that agree")
  func single() {
    #expect(groups([0, 0, 0, 0, 1], within: 2.5, between: -0.5) == [[0, 1, 2, 3, 4]])
  }

  @Test("fewer pairs need a wider rift")
  func doubt() {
    let model = MergeModel.shipped
    // Wide enough for three pairs on either side, too narrow for one.
    let doubtful = (model.rift * (100 + model.riftDoubt / 2)).value / 100

    #expect(groups([0, 0, 0, 1, 1, 1], within: doubtful - 0.5, between: -0.5).count == 2)
    #expect(groups([0, 0, 1, 1], within: doubtful - 0.5, between: -0.5).count == 1)
  }

  /// The number of groups of two events with three reports each.
  ///
  /// - Parameters:
  ///   - looser: The score of two reports of the one event.
  ///   - closer: The score of two reports of the other event.
  ///   - between: The score of two reports of two events.
  ///   - days: The days of the events; nil for none.
  /// - Returns: How many stories they are.
  private func count(looser: Double, closer: Double, between: Double, days: [Double?] = [nil, nil])
    -> Int
  {
    var texts: [[Int]: Double] = [:]
    for one in 0..<6 {
      for other in 0..<one {
        let score = one < 3 ? looser : other < 3 ? between : closer
        // The missing date takes 1.6 of each score.
        texts[[other, one]] = score + (days[0] == nil ? 1.6 : 0)
      }
    }
    let times = (0..<6).map { days[$0 / 3] }
    return ScoredArticles(days: times, texts: texts).groups.count
  }

  @Test("it parts from both: reports as close to another group as to their own are of its story")
  func looser() {
    // The mean of the two means is the same.
    #expect(count(looser: 1.4, closer: 1.6, between: -0.6) == 2)
    #expect(count(looser: 0.1, closer: 2.9, between: -0.6) == 1)
  }

  @Test("two groups of one time that are sooner one story than not have none")
  func evenOdds() {
    #expect(count(looser: 2.6, closer: 2.6, between: 0.2, days: [0, 0]) == 1)
    #expect(count(looser: 2.6, closer: 2.6, between: 0.2, days: [0, 0.5]) == 1)
    #expect(count(looser: 2.6, closer: 2.6, between: -0.2, days: [0, 0]) == 2)
  }

  @Test("without dates, or half a day apart, they may have one")
  func apart() {
    #expect(count(looser: 2.6, closer: 2.6, between: 0.2) == 2)
    // The text scores 1.1 more across, and the distance takes it.
    #expect(count(looser: 2.6, closer: 2.6, between: 1.1, days: [0, 0.8]) == 2)
  }
}

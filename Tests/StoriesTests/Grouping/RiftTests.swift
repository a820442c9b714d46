import Testing

@testable import Stories

/// Two events told in one vocabulary show as a rift: each event's reports resemble one another more than the other's.
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
            score: PairScore(text: PairScorer.millionths(score), time: 0, isDated: false)))
      }
    }
    var division = AverageLink(
      times: events.map { _ in PublicationTime(milliseconds: 0, isEvidence: false) },
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
    let doubtful = Double(model.rift * (100 + model.riftDoubt / 2)) / 100_000_000

    #expect(groups([0, 0, 0, 1, 1, 1], within: doubtful - 0.5, between: -0.5).count == 2)
    #expect(groups([0, 0, 1, 1], within: doubtful - 0.5, between: -0.5).count == 1)
  }
}

import SeededRandom
import Testing

@testable import Stories

@Suite("PinnedGroups")
struct PinnedGroupsTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let groups: [[Int]]
    var together: [(Int, Int)] = []
    var apart: [(Int, Int)] = []
    let stories: [[Int]]
  }

  private static let cases = [
    Case(testDescription: "no pins", groups: [[0, 1], [2]], stories: [[0, 1], [2]]),
    Case(
      testDescription: "one article of each: the whole stories are one",
      groups: [[0, 1], [2, 3]],
      together: [(1, 2)], stories: [[0, 1, 2, 3]]),
    Case(
      testDescription: "a chain of three stories", groups: [[0, 3], [1, 4], [2, 5]],
      together: [(3, 4), (4, 5)], stories: [[0, 1, 2, 3, 4, 5]]),
    Case(
      testDescription: "a circle of pins", groups: [[0], [1], [2]],
      together: [(0, 1), (0, 2), (1, 2)], stories: [[0, 1, 2]]),
    Case(
      testDescription: "the pair itself is apart, too: nothing is joined", groups: [[0], [1]],
      together: [(0, 1)], apart: [(0, 1)], stories: [[0], [1]]),
    Case(
      testDescription: "apart from one of the other story: that one stays outside",
      groups: [[0], [1, 2, 3]], together: [(0, 1)], apart: [(0, 2)], stories: [[0, 1, 3], [2]]),
    Case(
      testDescription: "two members that stay outside stay together", groups: [[0], [1, 2, 3]],
      together: [(0, 1)], apart: [(0, 2), (0, 3)], stories: [[0, 1], [2, 3]]),
    Case(
      testDescription: "apart through a third: the first pair in order is joined",
      groups: [[0], [1], [2]], together: [(0, 1), (1, 2)], apart: [(0, 2)], stories: [[0, 1], [2]]),
    Case(
      testDescription: "others of two stories are apart: they are joined but for those",
      groups: [[0, 1], [2, 3]], together: [(0, 2)], apart: [(1, 3)], stories: [[0, 1, 2], [3]]),
    Case(
      testDescription: "a story between two that are apart goes with the greater share of it",
      groups: [[0, 1, 2, 3], [4], [5]], together: [(0, 4), (1, 5), (2, 5)], apart: [(4, 5)],
      stories: [[0, 4], [1, 2, 3, 5]]),
  ]

  @Test("pins join whole stories, and apart wins", arguments: cases)
  func stories(_ example: Case) {
    var pinned = PinnedGroups(together: example.together, apart: example.apart)

    #expect(pinned.stories(of: example.groups) == example.stories)
  }

  @Test("every pin holds that does not contradict another one, and no article is lost")
  func everyPinHolds() {
    for seed in 1...2000 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...9, using: &random)
      func pairs() -> [(Int, Int)] {
        (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
          let (one, other) = (
            Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
          )
          return one == other ? nil : (min(one, other), max(one, other))
        }.sorted { $0 < $1 }
      }
      let (together, apart) = (pairs(), pairs())
      var groups: [[Int]] = []
      for article in 0..<count {
        let place = groups.firstIndex { group in
          Bool.random(using: &random)
            && group.allSatisfy { member in
              !apart.contains { $0 == (min(member, article), max(member, article)) }
            }
        }
        if let place { groups[place].append(article) } else { groups.append([article]) }
      }

      var pinned = PinnedGroups(together: together, apart: apart)
      let stories = pinned.stories(of: groups)

      #expect(stories.joined().sorted() == Array(0..<count), "seed \(seed)")
      func isOne(_ pair: (Int, Int)) -> Bool {
        stories.contains { $0.contains(pair.0) && $0.contains(pair.1) }
      }
      #expect(!apart.contains(where: isOne), "seed \(seed): apart is broken")
      // Without a contradiction within what pins join, each of them holds.
      var closure = PinnedGroups(together: together, apart: [])
      let joined = closure.stories(of: (0..<count).map { [$0] })
      for block in joined
      where !apart.contains(where: { block.contains($0.0) && block.contains($0.1) }) {
        for pair in together where block.contains(pair.0) {
          #expect(isOne(pair), "seed \(seed): \(pair) is not one story")
        }
      }
    }
  }
}

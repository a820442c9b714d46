import NewsModel
import Testing

@testable import Stories

@Suite("MarkIndex")
struct MarkIndexTests {
  @Test("those that share most come first, the first of equals before the others")
  func order() {
    let index = MarkIndex([[1, 2, 3], [2, 3, 4], [9], [3, 4], []])

    #expect(index.sharers(of: [2, 3, 4], most: 9) { _ in true } == [1, 0, 3])
    #expect(index.sharers(of: [2, 3, 4], most: 1) { $0 != 1 } == [0])
    #expect(index.sharers(of: [], most: 9) { _ in true }.isEmpty)
    #expect(MarkIndex([]).sharers(of: [1], most: 9) { _ in true }.isEmpty)
  }

  @Test("of a mark that everybody has the first holders are found")
  func common() {
    let index = MarkIndex((0..<500).map { [7, UInt64(1000 + $0)] })

    let found = index.sharers(of: [7, 1400], most: 500) { _ in true }

    #expect(found.first == 0)
    #expect(found.contains(400))
    #expect(found.count == 65)
  }

  @Test("a long row is looked at from both ends, a short one whole", arguments: [0, 1, 99, 100])
  func ends(count: Int) {
    #expect(StoryEnds.of(Array(0..<count)) == Array(0..<count))
    #expect(StoryEnds.of(Array(0..<(count + 101)), most: 4).prefix(2) == [0, 1])
    #expect(StoryEnds.of(Array(0..<(count + 101)), most: 4).suffix(2) == [count + 99, count + 100])
  }

  @Test("in a story of hundreds the copies of each of two texts are reposts, whatever their order")
  func copies() {
    let articles = (0..<120).map { number in
      Sample.article(
        "outlet\(number)", hours: Double(number) / 10, title: "Report \(number)",
        number % 2 == 0 ? Sample.ferry : Sample.ferryElsewhere)
    }

    let entry = Sample.compose(articles).entry

    #expect(entry.sourceCount == 2)
    #expect(entry.coverage.count { $0.relation == .repost } == 118)
  }
}

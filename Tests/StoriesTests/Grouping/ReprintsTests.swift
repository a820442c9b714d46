import NewsModel
import Testing

@testable import Stories

@Suite("Articles that print one text")
struct ReprintsTests {
  /// A report, a reprint of it two days later, and another report of the first day that is close to
  /// both texts.
  private let late = ScoredArticles(
    days: [0, 2, 0], texts: [[0, 1]: 7, [0, 2]: 0.2, [1, 2]: 0.2])

  @Test("are one report with the date of its first print")
  func firstPrint() {
    #expect(late.reprints.reports == [[0, 1], [2]])
    #expect(late.reprints.times.map(\.milliseconds) == [0, 0])
    #expect(late.groups == [[0, 1, 2]])
  }

  @Test("another text by little is a report of its own, and days from the first ones")
  func control() {
    var articles = late
    articles.texts[[0, 1]] = 6.1

    #expect(articles.reprints.reports == [[0], [1], [2]])
    #expect(articles.reprints.links(articles.links).map(\.weight) == [1, 1])
  }

  @Test("a first print that states no date has that of the first that does")
  func undated() {
    let articles = ScoredArticles(days: [nil, 3, 1], texts: [[0, 1]: 7, [0, 2]: 7])

    #expect(articles.reprints.reports == [[0, 1, 2]])
    #expect(articles.reprints.times.map(\.milliseconds) == [PublicationTime.day])
  }

  @Test(
    "weigh as the square root of their number",
    arguments: [(1, 100), (2, 141), (4, 200), (9, 300), (10, 316)] as [(Int, Int64)])
  func weight(count: Int, weight: Int64) {
    var texts: [[Int]: Double] = [:]
    for place in 1..<max(count, 2) where place < count { texts[[place - 1, place]] = 7 }
    let articles = ScoredArticles(days: Array(repeating: 0, count: count), texts: texts)

    #expect(articles.reprints.weights.map(\.total) == [weight])
  }

  @Test("a text that ten papers print does not outvote two other reports")
  func votes() {
    // Reports 10 and 11 are close; 12 resembles what was printed ten times, and neither of these.
    var texts: [[Int]: Double] = [[10, 11]: 2]
    for print in 0..<10 {
      if print > 0 { texts[[0, print]] = 7 }
      for report in 10...11 { texts[[print, report]] = 2 }
      texts[[print, 12]] = -1
    }
    let articles = ScoredArticles(days: Array(repeating: nil, count: 13), texts: texts)

    #expect(articles.reprints.reports.count == 4)
    // Ten of twelve pairs support it, were they counted one by one.
    #expect(articles.groups == [Array(0...11), [12]])
  }

  @Test("the mean of their kept scores is the report's")
  func mean() {
    let articles = ScoredArticles(
      days: [0, 0, 0], texts: [[0, 1]: 7, [0, 2]: 0.5, [1, 2]: -0.5])
    let links = articles.reprints.links(articles.links)

    #expect(links.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(links.map(\.weight) == [2])
    #expect(links.map(\.text) == [LogOdds.zero])
  }

  @Test("one that a pin keeps apart from any stands for itself")
  func pinned() {
    var articles = late
    articles.separate = [1]

    #expect(articles.reprints.reports == [[0], [1], [2]])
  }

  @Test("two prints that a pin keeps apart are two stories, and a third goes with one of them")
  func pinnedApart() {
    let ferry = InventedNews.ferry[0]
    let prints = (0..<3).map { number in
      InventedNews.article(
        "print-\(number)", outlet: "Outlet \(number)", title: ferry.title, ferry.text,
        published: InventedNews.noon(1, hours: Double(number) * 20))
    }
    var index = StoryIndex()
    index.insert(contentsOf: prints)
    _ = index.regroup()
    #expect(index.groups == [prints.map(\.id)])

    index.setPins(StoryPins(apart: [ArticlePair(prints[0].id, prints[1].id)]))
    _ = index.regroup()
    #expect(index.groups.count == 2)
    #expect(index.group(of: prints[0].id)?.contains(prints[1].id) == false)

    index.setPins(StoryPins())
    _ = index.regroup()
    #expect(index.groups == [prints.map(\.id)])
  }

  @Test("one text weeks later is another story")
  func unlinked() {
    let articles = ScoredArticles(days: [0, 5.5], texts: [[0, 1]: 7])

    #expect(articles.links.count == 1)
    #expect(articles.groups == [[0], [1]])
  }
}

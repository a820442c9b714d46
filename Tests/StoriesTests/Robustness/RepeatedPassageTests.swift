import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("Passages that an outlet repeats")
struct RepeatedPassageTests {
  /// Sixty words, rare ones among them.
  private static let trailer = """
    The Marlindale Clarion is an independent gazette owned by its readers since 1904. Support our newsroom on Skarn \
    Quay with a subscription, write to ombudswoman Philippa Querstrand with complaints, and find our Tidewater \
    bulletin, our crossword by Zephyrus and our podcast Lamplighters in every kiosk. Reproduction of photographs \
    by Balthasar Oyelaran without written permission of the Clarion Cooperative is forbidden everywhere.
    """

  /// All pairs are compared; a debug build, twenty times slower, has to do with fewer.
  #if DEBUG
    private static let trailerCount = 150
  #else
    private static let trailerCount = 500
  #endif

  private func folded(_ articles: [Article]) -> [[ArticleID]] {
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    _ = index.regroup()
    return index.groups
  }

  private func with(_ trailer: String, _ article: Article) -> Article {
    Article(
      id: article.id, outlet: article.outlet, title: article.title,
      paragraphs: article.paragraphs + [trailer], language: article.language,
      published: article.published, dateOrigin: article.dateOrigin)
  }

  /// One short report each of so many events.
  private func reports(_ count: Int, outlet: String, facts: Int = 2) -> [Article] {
    var chance = SeededGenerator(seed: 4)
    return (0..<count).map { number in
      InventedEvent(using: &chance).report(
        0, id: "news-\(number)", outlet: outlet, published: InventedNews.noon(1), facts: facts)
    }
  }

  @Test(
    "500 articles with one trailer of sixty words: the trailer merges none (150 in a debug build)")
  func trailer() {
    let bare = reports(Self.trailerCount, outlet: "Marlindale Clarion", facts: 4)
    let groups = folded(bare.map { with(Self.trailer, $0) })
    let withoutTrailer = folded(bare)

    #expect(Self.trailer.split { $0 == " " || $0 == "\n" }.count >= 60)
    // Whoever is together with the trailer is together without it.
    #expect(groups.allSatisfy { group in withoutTrailer.contains { Set(group).isSubset(of: $0) } })
    // A dozen of the 125,000 pairs of invented events share their words by chance.
    #expect(groups.count >= Self.trailerCount * 97 / 100)
  }

  @Test("the same trailer under two outlets would have merged: the test above can fail")
  func trailerCounts() {
    let pair = reports(2, outlet: "One").map { with(Self.trailer, $0) }
    let reader = FeatureReader()
    let features = pair.map { reader.features(of: $0) }
    let scorer = PairScorer(model: .shipped)

    let withTrailer = scorer.sum(PairFeatures(features[0], features[1]))
    let without = scorer.sum(
      scorer.features(
        PreparedArticle(id: pair[0].id, time: PublicationTime(pair[0]), features: features[0]),
        PreparedArticle(id: pair[1].id, time: PublicationTime(pair[1]), features: features[1])))

    #expect(without < withTrailer - 2)
  }

  @Test("a trailer takes nothing from two reports of one event under one outlet")
  func trailerKeepsStories() throws {
    var chance = SeededGenerator(seed: 9)
    let event = InventedEvent(using: &chance)
    let pair = [0, 1].map {
      with(
        Self.trailer,
        event.report(
          $0, id: "r\($0)", outlet: "Marlindale Clarion", published: InventedNews.noon(1)))
    }

    #expect(folded(pair).count == 1)
  }

  @Test(
    "an outlet's follow-up days later, with its own background word for word, is news of its own")
  func followUps() {
    let background = """
      The ferry Aurelia ran aground on a sandbank off Marlindale in March with 212 passengers aboard, and the coastguard \
      evacuated everyone by lifeboat within three hours; captain Ines Voss was praised by the operator, Tidewater Lines.
      """
    let first = InventedNews.article(
      "first", outlet: "Coast Courier",
      title: "Divers begin to seal the hull of the stranded ferry",
      "Divers began on Monday to weld plates over a gash of nine metres, salvage master Odo Brandt said. \(background)",
      published: InventedNews.noon(2))
    let second = InventedNews.article(
      "second", outlet: "Coast Courier", title: "Island council sues operator over lost summer",
      "The council of Skarn Island went to court on Friday to claim lost income from hotels, mayor Tilda Ek announced. \(background)",
      published: InventedNews.noon(6))

    #expect(folded([first, second]).count == 2)
  }

  @Test("a site that publishes everything twice: each article with its copy, and with no other")
  func republished() {
    let articles = reports(80, outlet: "Marlindale Clarion").map { with(Self.trailer, $0) }
    let copies = articles.map { article in
      Article(
        id: ArticleID("\(article.id)-again"), outlet: article.outlet, title: article.title,
        paragraphs: article.paragraphs, language: article.language,
        published: article.published + 1800, dateOrigin: article.dateOrigin)
    }

    let groups = folded(articles + copies)

    #expect(groups.count == 80)
    #expect(groups.allSatisfy { $0.count == 2 && $0[1] == ArticleID("\($0[0])-again") })
  }
}

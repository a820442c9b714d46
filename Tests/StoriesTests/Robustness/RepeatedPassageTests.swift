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

  private func with(_ trailer: String, _ article: Article) -> Article {
    changed(article) { $0.paragraphs.append(trailer) }
  }

  private func changed(_ article: Article, _ change: (inout Article) -> Void) -> Article {
    var article = article
    change(&article)
    return article
  }

  /// The article as its outlet prints it again half an hour later.
  private func again(_ article: Article) -> Article {
    changed(article) {
      $0.id = again(article.id)
      $0.published += 1800
    }
  }

  private func again(_ id: ArticleID) -> ArticleID { ArticleID("\(id)-again") }

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
    let groups = folded(articles + articles.map(again))
    let alone = folded(articles)

    // Events of two facts may have their words in common by chance.
    #expect(alone.count >= 79)
    #expect(Set(groups.map(Set.init)) == Set(alone.map { Set($0 + $0.map(again)) }))
  }

  /// Eighty words that four papers of one publisher print above every article.
  private static let notice = """
    We and our 842 partners store and access information on your device, such as unique identifiers in cookies, to process \
    personal data. You may accept or manage your choices, including your right to object where legitimate interest is used, \
    in the privacy policy of Granitz Media Group. These choices will be signalled to our partners and will not affect \
    browsing data. Subscribers of the Granitz Kurier and of Lamplighter read everything without advertisements by \
    Zephyrus & Oyelaran.
    """

  private func below(_ notice: String, _ article: Article, outlet: String) -> Article {
    changed(article) {
      $0.outlet = outlet
      $0.paragraphs.insert(notice, at: 0)
    }
  }

  @Test(
    "a cookie notice above every article of a publisher's four papers, or of nobody's, merges none",
    arguments: [3, 5], [4, 0])
  func notice(facts: Int, papers: Int) {
    let bare = reports(60, outlet: "", facts: facts)
    let noted = bare.enumerated().map {
      below(Self.notice, $0.element, outlet: papers > 0 ? "Paper \($0.offset % papers)" : "")
    }

    // Of 1,770 pairs of invented events some share their words by chance, and some share them with
    // the notice.
    #expect(folded(noted).count >= folded(bare).count - 3)
  }

  @Test("under two outlets an agency's report is evidence, and so is a quotation")
  func agency() {
    let scorer = PairScorer(model: .shipped)
    let preparer = ArticlePreparer()
    let report = """
      The coastguard of Skarn Island took 212 passengers off the ferry Aurelia on Friday after it had run aground on a sandbank \
      near Marlindale harbour. Nobody was hurt, captain Ines Voss said.
      """
    let pair = [("Alpha", "Ferry runs aground"), ("Beta", "Aurelia: all passengers safe")].map {
      preparer.prepare(
        InventedNews.article(
          $0.0, outlet: $0.0, title: $0.1,
          "\(report) \($0.0) has asked the shipping line and the mayor for their comments."))
    }

    let sum = scorer.sum(scorer.features(pair[0], pair[1]))

    #expect(sum == scorer.sum(PairFeatures(pair[0].features, pair[1].features)))
    #expect(sum > 5)
  }

  @Test(
    "an article that its site prints again under another title is one with the first",
    arguments: ["LIVE: %", "% (updated)", ""])
  func retitled(pattern: String) {
    let first = reports(40, outlet: "Marlindale Clarion", facts: 5)
    let groups = folded(
      first
        + first.map { article in
          changed(again(article)) {
            $0.title = pattern.replacingOccurrences(of: "%", with: article.title)
          }
        })

    #expect(groups.count == 40)
    #expect(groups.allSatisfy { $0.count == 2 && $0[1] == again($0[0]) })
  }

  @Test(
    "headlines over nothing but a notice, short or long, are not the notice",
    arguments: [("Clarion", 1), ("Clarion", 3)])
  func headlinesOverNotice(outlet: String, times: Int) {
    let bare = reports(30, outlet: outlet).map { changed($0) { $0.paragraphs = [] } }
    let articles = bare.map { article in
      changed(article) { $0.paragraphs = (0..<times).map { "Part \($0). \(Self.notice)" } }
    }

    // Two of these headlines share a word by chance.
    #expect(folded(articles) == folded(bare))
    #expect(folded(articles).count >= 29)
  }

  /// An article an hour under one title.
  private func column(_ title: String) -> [Article] {
    reports(12, outlet: "Clarion").enumerated().map { number, article in
      changed(article) {
        $0.title = title
        $0.published = InventedNews.noon(1, hours: Double(number))
      }
    }
  }

  @Test(
    "what an outlet prints under the name of a column is not one story",
    arguments: [
      "Letters to the editor", "Live updates", "What you need to know today", "Gazette of Skarn",
    ])
  func columns(title: String) {
    #expect(folded(column(title)).count == 12)
    // With a trailer below them, which takes the title up.
    let trailed = column(title).map {
      with("\(title): subscribe to our bulletin on Skarn Quay today.", $0)
    }
    #expect(folded(trailed).count == 12)
  }

  @Test("the name of a column does not make a trailer the whole text")
  func columnOverTrailer() {
    let articles = ["Heron, otter, 23", "Willow, gorse, 44"].enumerated().map { number, drawn in
      with(
        Self.trailer,
        InventedNews.article(
          "\(number)", outlet: "Clarion", title: "Winning numbers", "\(drawn).",
          published: InventedNews.noon(1, hours: Double(number))))
    }

    #expect(folded(articles).count == 2)
  }

  @Test("a title that a text takes up is a headline, and a text that comes again comes under it")
  func headlines() {
    let scorer = PairScorer(model: .shipped)
    func titleCoverage(_ title: String, _ one: String, _ other: String) -> Double {
      let pair = [one, other].enumerated().map {
        ArticlePreparer().prepare(
          InventedNews.article("\($0.offset)", outlet: "Clarion", title: title, $0.element))
      }
      return scorer.features(pair[0], pair[1]).values[2]
    }
    let (ferry, report) = (
      "Ferry Aurelia runs aground", "The ferry Aurelia lay aground for six hours off Skarn Island."
    )

    #expect(titleCoverage(ferry, report, "Divers will look at the hull on Monday.") == 1)
    // One that no text takes up in its words, but too heavy for a column's name.
    #expect(
      titleCoverage(
        "Wildfire forces evacuation of Carrow Hills", "Flames drove people out.", "Rain is due.")
        == 1)
    #expect(titleCoverage("Live updates", "Flames drove people out.", "Rain is due.") == 0)
    // The same again, and nothing but a title.
    #expect(titleCoverage("Live updates", report, report) == 1)
    #expect(titleCoverage(ferry, "", "") == 1)
  }
}

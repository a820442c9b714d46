import FoundationEssentials
import NewsModel
import Testing

@testable import Stories

@Suite("AdditionRule")
struct AdditionRuleTests {
  /// The sentences that a second report adds to the ferry's.
  private func additions(_ paragraphs: [String], language: String = "en") -> [String] {
    Sample.compose([
      Sample.article("a", Sample.ferry, language: language),
      Sample.article(
        "b", hours: 1, title: "Ferry Havfruen sinks off Lindø", paragraphs, language: language),
    ]).entry.coverage[1].additions
  }

  private let told = [
    "Fishermen from Lindø pulled dozens of passengers of the ferry Havfruen into their boats overnight.",
    "Inspectors had warned Sundrederiet, which owns the ferry, about rusted fuel lines on board twice this spring.",
  ]

  @Test(
    "a sentence that dangles is not quoted",
    arguments: [
      "After the breach, the ferry was towed back to Lindø by Admiral Kross.",
      "That comment by Karen Holm angered the passengers of the ferry on Friday.",
      "He told the coast guard of Lindø that the ferry Havfruen had burned for 20 minutes.",
      "But Karen Holm of the coast guard said the ferry should never have left Lindø.",
      "On the other hand, Karen Holm said the ferry Havfruen left Lindø on time.",
      "“We saw the lights of the ferry go out and heard people scream on the car deck off the island.”",
      "Join our community for the latest news of the ferry Havfruen and the island of Lindø.",
      "I watched the ferry Havfruen go down off the island of Lindø with 212 people.",
    ])
  func dangling(sentence: String) {
    #expect(!additions(told + [sentence]).contains(sentence))
  }

  @Test("a passage that turns to another matter is not quoted, whatever it says of names")
  func turning() {
    let aside = [
      "Meanwhile, Prime Minister Boyd Jansen joked about the ferry weather at a summit in Almau.",
      "Jansen and his colleague Justus Tremblay spoke of horses, of the Bavian Alps and of rain.",
      "At Castle Almau 300 guests ate trout from the Norland lakes before a concert by the Karlow Trio.",
    ]

    let additions = additions(told + aside)

    #expect(!additions.isEmpty)
    #expect(additions.allSatisfy { told.contains($0) })
  }

  @Test("a passage that leads back to the event is quoted again")
  func leadingBack() {
    let back =
      "The ferry Havfruen of Sundrederiet sank off the island of Lindø within 9 minutes, divers from Kelby found."
    let aside = "Meanwhile, Boyd Jansen opened a bridge in Almau with a silver pair of scissors."

    #expect(additions([told[0], aside, back]).contains(back))
  }

  @Test("what is about the story goes before what is merely new")
  func relevance() {
    let merelyNew =
      "Sandvik’s opera house will reopen in March with Verdi’s Otello under the baton of Maestro Ilario Fonte from Bergamo."

    #expect(!additions(told + [merelyNew]).contains(merelyNew))
  }

  @Test("an opening that tells the event again brings nothing")
  func restated() {
    let restated =
      "The ferry Havfruen has gone down off Lindø on Friday night, taking many people with it."

    #expect(!additions([restated] + told).contains(restated))
  }

  @Test("a figure that a later report made untrue is not quoted")
  func outdated() {
    let early =
      "Rescuers from Kelby brought the bodies of nine people killed on the ferry ashore at Lindø."
    let late =
      "Rescuers from Sandvik brought the bodies of 23 people killed on the ferry ashore at Lindø."
    let articles = [
      Sample.article("a", [Sample.ferry[0]] + Sample.ferry[2...]),
      Sample.article("b", hours: 1, title: "Bodies found", told + [early]),
      Sample.article("c", hours: 9, title: "More bodies found", [told[1], late]),
    ]

    let quoted = Sample.compose(articles).entry.coverage.flatMap(\.additions)

    #expect(!quoted.contains(early))
  }

  @Test("a sentence that stands beside another one's figure is not quoted as well")
  func once() {
    let entry = Sample.compose([
      Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere),
    ]).entry

    let shown = entry.disagreements.flatMap(\.figures).map(\.sentence)
    #expect(shown.contains(Sample.ferryElsewhere[1]))
    #expect(entry.coverage.flatMap(\.additions).allSatisfy { !shown.contains($0) })
  }

  @Test("a story of many sources quotes no more than a reader takes in")
  func many() {
    let witnesses = (0..<33).map(Self.witness)
    let articles = [Sample.article("lead", Sample.ferry)] + witnesses

    let entry = Sample.compose(articles).entry

    #expect(entry.coverage.count == 34)
    #expect(entry.coverage.flatMap(\.additions).count <= QuotationLimit().entry)
    #expect(!entry.coverage.flatMap(\.additions).isEmpty)
  }

  private static func witness(_ number: Int) -> Article {
    let paragraphs = (0..<6).map { (place: Int) -> String in
      let (who, town) = (name(number, place), name(place, number))
      let (pier, child) = (name(number + 7, place), name(place + 9, number))
      return "Witness Ada\(who) of Kelby\(town) saw the ferry Havfruen near Lindø at pier \(pier), "
        + "carrying Bo\(child) and \(100 + number * 7 + place) crates."
    }
    return Sample.article(
      "outlet\(number)", hours: Double(number + 1), title: "Ferry Havfruen sinks off Lindø",
      paragraphs)
  }

  private static func name(_ one: Int, _ two: Int) -> String {
    let letters = Array("bcdfghklmnprstvz")
    return String([letters[one % 16], "o", letters[two % 16], "a", letters[(one / 16 + two) % 16]])
  }

  @Test("leaning openings are known in other languages too", arguments: leaning)
  func languages(language: String, sentence: String) {
    let article = ReadArticle(Sample.article("b", ["Erste.", sentence], language: language))
    let canonical = ReadArticle(Sample.article("a", Sample.ferry, language: language))
    let containment = SelfContainment(article, beside: canonical)
    let last = article.body.count - 1

    #expect(containment.standing(of: article.body[last], at: last) == 0)
  }

  static let leaning: [(String, String)] = [
    ("de", "Außerdem habe die Reederei Sundreederei den Kapitän Ole Brandt entlassen."),
    ("de", "Er habe Ole Brandt am Freitag gewarnt."),
    ("fr", "En outre, le capitaine Ole Brandt avait prévenu la compagnie."),
    ("fr", "Cette décision a surpris Karen Holm et les familles."),
    ("es", "Sin embargo, la ministra Elena Prado ordenó una investigación."),
    ("es", "Además, la ministra Elena Prado viajó a Corvera."),
    ("it", "Inoltre la ministra Elena Prato è arrivata a Corvara."),
    ("pt", "No entanto, a ministra Elena Prado viajou para Corvera."),
    ("nl", "Bovendien had inspecteur Jan de Boer gewaarschuwd."),
    ("ru", "Кроме того, министр Елена Орлова прилетела на остров."),
    ("vi", "Tuy nhiên, Bộ trưởng Lê Thị Hoa yêu cầu điều tra."),
    ("zh", "此外，部长王芳周六抵达林岛。"),
  ]
}

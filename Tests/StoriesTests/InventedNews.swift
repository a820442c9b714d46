import Foundation
import NewsModel

/// Articles of our own invention.
enum InventedNews {
  /// Noon of a day in March 2026.
  static func noon(_ day: Int, hours: Double = 0) -> Date {
    // 2026-03-01T12:00:00Z
    Date(timeIntervalSince1970: 1_772_366_400 + Double(day - 1) * 86_400 + hours * 3600)
  }

  /// Makes an article.
  static func article(
    _ id: String, outlet: String = "", title: String, _ text: String, language: String? = "en",
    published: Date = noon(1), origin: DateOrigin = .stated
  ) -> Article {
    Article(
      id: ArticleID(id), outlet: outlet, title: title, paragraphs: text.isEmpty ? [] : [text],
      language: language, published: published, dateOrigin: origin)
  }

  /// Two reports of a ferry that ran aground, and one of a harbour festival in the same town.
  static let ferry: [Article] = [
    article(
      "ferry-1", outlet: "Coast Courier",
      title: "Ferry with 212 aboard runs aground off Marlindale",
      """
      The ferry Aurelia ran aground on a sandbank off Marlindale on Sunday morning with 212 passengers aboard. \
      The coastguard evacuated everyone by lifeboat within three hours, captain Ines Voss told reporters. Two \
      passengers were treated for hypothermia. The operator, Tidewater Lines, suspended crossings to Skarn Island.
      """),
    article(
      "ferry-2", outlet: "Northern Herald",
      title: "Lifeboats rescue 212 passengers from stranded ferry Aurelia",
      """
      Lifeboats brought 212 people to safety on Sunday after the Aurelia struck a sandbank near Marlindale. Captain \
      Ines Voss said that nobody was seriously hurt, though two were suffering from hypothermia. Tidewater Lines has \
      halted its service to Skarn Island until the hull is inspected.
      """, published: noon(1, hours: 3)),
    article(
      "harbour-3", outlet: "Coast Courier", title: "Marlindale prepares for its harbour festival",
      """
      Stalls, brass bands and a regatta of wooden boats will fill the quays of Marlindale next weekend, the town \
      council announced. Organiser Petra Lund expects 30,000 visitors and asks them to come by train. The parade \
      begins at noon by the old customs house.
      """, published: noon(1, hours: 5)),
  ]
}

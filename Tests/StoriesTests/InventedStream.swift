import Foundation
import NewsModel
import SeededRandom

/// A stream of invented events with their reports, all from a seed.
struct InventedStream {
  /// The articles, in the order of their events.
  private(set) var articles: [Article] = []
  /// The event of each article.
  private(set) var events: [ArticleID: Int] = [:]

  /// Draws `eventCount` events over `days` days, each with as many reports as there are words for,
  /// hours apart.
  init(seed: UInt64, eventCount: Int, days: Double = 4, outlet: String? = nil) {
    var chance = SeededGenerator(seed: seed)
    for number in 0..<eventCount {
      let event = InventedEvent(using: &chance)
      let start = Double.random(in: 0..<days, using: &chance) * 24
      for report in 0..<InventedEvent.reportCount {
        let article = event.report(
          report, id: "event-\(number)-\(report)", outlet: outlet ?? "Outlet \(report)",
          published: InventedNews.noon(
            1, hours: start + Double.random(in: 0..<6, using: &chance)))
        articles.append(article)
        events[article.id] = number
      }
    }
  }
}

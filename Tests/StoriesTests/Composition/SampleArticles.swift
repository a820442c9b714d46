import FoundationEssentials
import NewsModel

@testable import Stories

/// Articles and stories of our own invention, for the tests of the composition.
enum Sample {
  /// 2026-11-20T08:00:00Z.
  static let morning = Date(timeIntervalSince1970: 1_795_161_600)

  static func article(
    _ id: String, outlet: String = "", hours: Double = 0, title: String = "Ferry sinks off Lindø",
    _ paragraphs: [String] = [], language: String? = "en"
  ) -> Article {
    Article(
      id: ArticleID("https://\(id).example/"), outlet: outlet.isEmpty ? id : outlet,
      url: "https://\(id).example/", title: title, paragraphs: paragraphs, language: language,
      published: morning.addingTimeInterval(hours * 3600))
  }

  static func story(_ articles: [Article], substance: String = "") -> Story {
    Story(
      id: EntryID("tag:example.org,2026:story/0123456789abcdef"), slug: "ferry-0123456789abcdef",
      founding: articles.first?.id ?? ArticleID("none"), articles: articles.map(\.id).sorted(),
      published: morning, updated: morning, substance: substance)
  }

  static func compose(
    _ articles: [Article], preferences: CompositionPreferences = CompositionPreferences(),
    pins: EntryPins = EntryPins()
  ) -> Composition {
    EntryComposer(preferences: preferences)
      .composition(of: story(articles), articles: articles, pins: pins)
  }

  /// A report of a ferry that sank, in six sentences.
  static let ferry = [
    "The ferry Havfruen sank off the island of Lindø on Friday night with 212 people on board.",
    "At least 14 people were killed and 37 injured, the coast guard said on Saturday morning.",
    "Rescue helicopters searched the cold water of the sound until dawn, when fog came up.",
    "The captain had reported a fire in the engine room shortly before contact was lost.",
    "Survivors told of panic on the car deck as the lights went out and alarms failed.",
    "The transport ministry ordered an inquiry into the maintenance of the forty-year-old ship.",
  ]

  /// The same event by somebody who was there.
  static let ferryElsewhere = [
    "Fishermen from Lindø pulled dozens of shivering passengers into their boats overnight.",
    "The coast guard said at least 19 people were killed when the ferry Havfruen went down on Friday night.",
    "Inspectors had warned the owner, Sundrederiet, about rusted fuel lines twice this spring.",
    "Prime Minister Karen Holm flew to the harbour and promised every family an answer.",
    "Schools on the island will stay closed on Monday so that pupils can mourn together.",
    "Divers found the wreck upright at a depth of ninety metres before noon.",
  ]
}
